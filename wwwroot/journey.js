// What only the browser knows: whether the camera can be had, and that there is news. Every page works without it.

const show = finding => {
  const line = document.querySelector(`[data-finding="${finding}"]`);
  if (line) line.hidden = false;
};

async function permissionOf(name) {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    // Some browsers do not tell before they are asked to open it.
    return "unknown";
  }
}

async function findCamera() {
  if (!window.isSecureContext) return "insecure";
  if (!navigator.mediaDevices?.getUserMedia) return "no-camera-access";
  if (await permissionOf("camera") === "denied") return "denied";
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.some(device => device.kind === "videoinput") ? "ready" : "no-camera";
}

function watch(address) {
  const news = new EventSource(address);
  // To load this page again would call back whoever is already on the way to another.
  let leaving = false;
  window.addEventListener("beforeunload", () => leaving = true);
  const again = () => leaving || location.reload();
  news.addEventListener("changed", () => {
    news.close();
    again();
  });
  // Where a proxy holds the line back, the page comes again by itself.
  news.addEventListener("error", () => {
    news.close();
    setTimeout(again, 3000);
  });
}

// Whoever comes back with the browser's button sees how things stand now, not how they stood.
window.addEventListener("pageshow", event => {
  if (event.persisted) location.reload();
});

for (const time of document.querySelectorAll("time[data-local]"))
  time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang);

if (document.querySelector("[data-finding]")) show(await findCamera());

const live = document.querySelector("[data-live]");
if (live) watch(live.dataset.live);
