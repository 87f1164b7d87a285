// The server writes times the way the viewer counts them, which only the browser knows.
document.cookie = `time-zone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}; path=/; max-age=31536000; samesite=lax`;

// Goes on where the page was when the line to the server comes back: in the same circuit while the server still
// has it, with everything typed; else by opening the same address anew.
const again = 5000;
const notice = document.getElementById("components-reconnect-modal");
let waiting;
let forgetting;
let forgotten = false;

async function goOn() {
  clearTimeout(waiting);
  try {
    if (forgotten ? (await fetch("/health/live")).ok : !await Blazor.reconnect()) location.reload();
  } catch {
    // The server cannot be reached yet. A reload now would leave the browser's own error page.
    waiting = setTimeout(goOn, again);
  }
}

// Nobody can tell a page without its server that its session is over; by then it shows nobody's data any more.
function forget() {
  forgotten = true;
  for (const part of [...document.body.children])
    if (part !== notice) part.remove();
  notice.classList.add("components-reconnect-show");
  goOn();
}

// What was typed while the line broke may have been lost on it; telling the server twice does no harm.
function tellAgain() {
  for (const field of document.querySelectorAll("textarea, input:not([type=checkbox], [type=radio], [type=file], [type=hidden])"))
    if (field.value) field.dispatchEvent(new Event("change", { bubbles: true }));
}

document.getElementById("connection-retry").addEventListener("click", goOn);
notice.addEventListener("components-reconnect-state-changed", change => {
  if (change.detail.state === "show") forgetting ??= setTimeout(forget, Number(notice.dataset.forgetMs));
  if (change.detail.state === "hide") {
    clearTimeout(forgetting);
    forgetting = undefined;
    tellAgain();
  }
  if (change.detail.state === "rejected") location.reload();
  if (change.detail.state === "failed") goOn();
});
