// What was typed and not sent yet; it outlives a reload of the tab.

const key = (name) => `sayso-draft:${name}`;

export function draftOf(name) {
  return {
    text: sessionStorage.getItem(key(name)),
    follow: (input) => input.addEventListener("input", () => sessionStorage.setItem(key(name), input.value)),
    forget: () => sessionStorage.removeItem(key(name)),
  };
}
