import { byId, control, onClick, Told } from "/assets/start-page.js";
import { showBill } from "/assets/start-bill.js";
import { showClock, wireClock } from "/assets/start-clock.js";
import { wireCopying } from "/assets/start-copy.js";
import { showFaults, showLatencies, wireFaults } from "/assets/start-faults.js";
import { showJournal } from "/assets/start-journal.js";
import { wireMagic } from "/assets/start-magic.js";
import { showPhotoChecks, showPhotoScripts, wirePhotoLevers } from "/assets/start-photo-levers.js";
import { showProfile } from "/assets/start-profile.js";
import { wireTry } from "/assets/start-try.js";

const beat = 1000;
const beatsBetweenLooks = 5;
let beats = 0;

// A charge, a fault or a switch also changes without a call, by a capture page or a test: hence the looks in between.
async function look() {
  await showClock();
  const moved = await showJournal();
  if (moved || beats % beatsBetweenLooks === 0) await Promise.all([showBooks(), showFaults(), showLatencies(), showPhotoScripts(), showProfile()]);
  beats++;
}

async function showBooks() {
  const truth = await control("truth");
  showBill(truth);
  showPhotoChecks(truth);
}

async function keepLooking() {
  try {
    if (!document.hidden) {
      await look();
      byId("gone").hidden = true;
    }
  } catch (failure) {
    if (!(failure instanceof Told)) throw failure;
    byId("gone").hidden = false;
  } finally {
    setTimeout(keepLooking, beat);
  }
}

onClick(byId("reset"), async () => {
  if (!confirm(byId("reset").dataset.question)) return;
  await control("reset", {});
  location.assign("/");
});

wireMagic();
wireCopying();
wireClock();
wireFaults();
wirePhotoLevers();
wireTry();
keepLooking();
