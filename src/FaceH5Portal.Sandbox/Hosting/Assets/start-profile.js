import { act, byId, control, fromTemplate, isNews } from "/assets/start-page.js";

export async function showProfile() {
  show(await control("profile"));
}

function show(profile) {
  if (!isNews("profile", profile)) return;
  const rows = byId("switches");
  if (rows.childElementCount === 0) rows.append(...profile.switches.map(line));
  profile.switches.forEach((known, place) => set(rows.children[place], known));
}

function line(known) {
  const row = fromTemplate("switch-row", known);
  row.dataset.switch = known.name;
  const select = row.querySelector("select");
  select.ariaLabel = known.name;
  select.append(...known.allowed.map(value => new Option(value === known.default ? `${value} (default)` : value, value)));
  select.addEventListener("change", () => act(select, () => choose(row, select)));
  return row;
}

async function choose(row, select) {
  try {
    show(await control("profile", { [row.dataset.switch]: select.value }));
  } catch (failure) {
    select.value = row.dataset.value;
    throw failure;
  }
}

function set(row, known) {
  row.dataset.value = known.value;
  row.classList.toggle("departs", known.value !== known.default);
  row.querySelector("select").value = known.value;
}
