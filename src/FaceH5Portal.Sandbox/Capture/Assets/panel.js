import { control, part } from './page.js';

const outcome = control('panel-outcome');
const camera = control('panel-camera');

export const chosenOutcome = () => outcome.value;
export const chosenCamera = () => camera.value;

/** The sandbox's own aid: decides the verdict, and what the camera does, without touching permissions. */
export function startPanel(cameraChanged) {
  restore(outcome, () => {});
  restore(camera, cameraChanged);
  outcome.closest('details').open = matchMedia('(min-width: 601px)').matches;
  tell();
}

function restore(select, changed) {
  const { testid } = select.dataset;
  select.value = sessionStorage.getItem(testid) ?? select.value;
  select.addEventListener('change', () => {
    sessionStorage.setItem(testid, select.value);
    tell();
    changed();
  });
}

// A choice made earlier must not surprise anyone who has the panel closed.
function tell() {
  const usual = select => select.selectedIndex === 0;
  part('panel-state').textContent = [outcome, camera].filter(select => !usual(select))
    .map(select => select.selectedOptions[0].text).join(' · ');
}
