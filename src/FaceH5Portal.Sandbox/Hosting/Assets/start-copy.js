import { byId, fromTemplate } from "/assets/start-page.js";

const restored = 2000;

/** Puts this address where the page speaks of it, and a button beside all that one would copy. */
export function wireCopying() {
  for (const place of document.querySelectorAll("[data-origin]")) place.textContent = location.origin;
  for (const text of document.querySelectorAll("#apps code, [data-copy]")) text.after(buttonFor(text));
}

function buttonFor(text) {
  const button = fromTemplate("copy-button", {});
  button.setAttribute("aria-label", `Copy 复制 ${text.textContent}`);
  button.addEventListener("click", () => copy(text, button));
  return button;
}

async function copy(text, button) {
  if (!navigator.clipboard) {
    // Over plain http from another machine there is no clipboard to write to.
    getSelection().selectAllChildren(text);
    byId("said").textContent = "Selected; press Ctrl+C. 已选中，请按 Ctrl+C。";
    return;
  }
  await navigator.clipboard.writeText(text.textContent);
  byId("said").textContent = `Copied 已复制 ${text.textContent}`;
  button.classList.add("done");
  setTimeout(() => button.classList.remove("done"), restored);
}
