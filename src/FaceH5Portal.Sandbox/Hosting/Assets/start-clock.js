import { beijing, byId, control, onClick, onSubmit } from "/assets/start-page.js";

export async function showClock() {
  show(await control("clock"));
}

export function wireClock() {
  for (const button of byId("clock-steps").querySelectorAll("button")) onClick(button, () => advance(button.dataset.advance));
  onSubmit("clock-form", async () => {
    await advance(byId("clock-span").value.trim());
    byId("clock-span").value = "";
  });
}

async function advance(span) {
  show(await control("clock", { advance: span }));
}

function show(clock) {
  byId("clock-now").textContent = beijing(clock.now);
  byId("clock-offset").textContent = clock.offset === "00:00:00" ? "with real time 与实际时间一致" : `ahead of real time by 比实际时间快 ${spell(clock.offset)}`;
}

/** "3.02:00:01" as people say it. */
function spell(offset) {
  const [, days, time] = offset.match(/^(?:(\d+)\.)?(\d\d:\d\d:\d\d)/);
  return days ? `${days} d ${time}` : time;
}
