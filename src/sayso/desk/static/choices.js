// The values that a correction can choose from, with the words that a person sees.
// tests/desk compares them with the model.

export const STANCES = [
  ["asserts", "asserts"], ["denies", "denies"], ["doubts", "doubts"], ["concedes", "concedes"],
  ["accuses", "accuses"], ["asks", "asks"], ["intends", "intends"], ["declines", "declines to comment"],
];

export const HARMS = [
  ["", "no harm"], ["killed", "killed"], ["injured", "injured"], ["captured", "captured"],
  ["missing", "missing"], ["displaced", "displaced"], ["detained", "detained"],
];

export const NUMBERS = [
  ["exact", "exact"], ["at_least", "at least"], ["at_most", "at most"], ["about", "about"],
  ["range", "a range"], ["vague", "vague, as “dozens”"], ["implied", "implied, as “a soldier”"],
];

export const SPEAKERS = [
  ["person", "person"], ["organisation", "organisation"], ["state", "state"], ["group", "group"],
  ["media", "news outlet"], ["document", "document"], ["unnamed", "unnamed"],
];

export const SIDES = [["for", "For"], ["against", "Against"], ["open", "Open"]];

export const RELIABILITY = [
  ["A", "reliable"], ["B", "usually reliable"], ["C", "fairly reliable"],
  ["D", "not usually reliable"], ["E", "unreliable"], ["F", "cannot be judged"],
];

export const CREDIBILITY = [
  ["1", "confirmed"], ["2", "probably true"], ["3", "possibly true"],
  ["4", "doubtful"], ["5", "improbable"], ["6", "cannot be judged"],
];

export const EVENTS = [
  "accident", "accusation", "agreement", "airstrike", "ambush", "announcement", "arrest",
  "attack", "battle", "begin", "bombing", "capture", "ceasefire", "change", "clash", "contest",
  "coup", "crime", "damage", "deal", "denial", "deployment", "diplomatic_break", "disappearance",
  "disaster", "displacement", "drone_strike", "election", "emergency", "employment", "end",
  "explosion", "finance", "finding", "handling", "injury", "inquiry", "intention", "killing",
  "launch", "law", "massacre", "medical", "meeting", "missile_strike", "other", "praise",
  "production", "promise", "protest", "raid", "release", "request", "riot", "sanction",
  "shelling", "shooting", "statement", "supply", "talks", "territory", "threat", "trade",
  "travel", "trial", "withdrawal",
];
