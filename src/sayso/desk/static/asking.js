// What the page asks of the desk. `data-log` of the body is the row of the log that the page shows.

export class Refused extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }
}

const SILENT = "The desk does not answer. Nothing was kept. Is `sayso open` still running?";
const own = new Set(); // numbers of the decisions that this tab made

// A body is sent as JSON, a file as it is. Raises Refused; its status is 0 where nobody answered.
export async function ask(method, address, body) {
  const how = { method, body };
  if (body !== undefined && !(body instanceof Blob)) {
    how.body = JSON.stringify(body);
    how.headers = { "content-type": "application/json" };
  }
  let answer, text;
  try {
    answer = await fetch(address, how);
    text = await answer.text();
  } catch {
    throw new Refused(SILENT, 0);
  }
  const data = parsed(text);
  if (!answer.ok) {
    throw new Refused(data?.error ?? (text.slice(0, 300) || `The desk answered ${answer.status}.`), answer.status);
  }
  if (data === undefined) throw new Refused("The desk's answer cannot be read.", answer.status);
  return data;
}

// Tell the desk to do something. Decisions of others that came meanwhile are in `others`.
export async function tell(address, body) {
  const answer = await ask("POST", address, { ...body, seen: Number(document.body.dataset.log) });
  own.add(answer.number);
  for (const number of answer.numbers ?? []) own.add(number);
  return { ...answer, others: (answer.others ?? []).filter((one) => !own.has(one.number)) };
}

export const about = (name) => ask("GET", `/api/things?name=${encodeURIComponent(name)}`);

export const candidates = (asked) => ask("GET", `/api/names?${new URLSearchParams(asked)}`);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
