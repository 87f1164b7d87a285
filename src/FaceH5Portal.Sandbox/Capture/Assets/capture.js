import { entryStep } from './entry.js';
import { downgradeStep } from './downgrade.js';
import { faceStep } from './face.js';
import { ocrStep } from './ocr.js';
import { control, main, part, press, section, wait } from './page.js';
import { startPanel } from './panel.js';
import { resultStep } from './result.js';

const { token } = main.dataset;
const ocr = ocrStep(proceed);
const result = resultStep(proceed);
const steps = {
  statement: {},
  'ocr-front': ocr,
  'ocr-back': ocr,
  confirm: entryStep('confirm', proceed),
  manual: entryStep('manual', proceed),
  capture: faceStep(proceed),
  downgrade: downgradeStep(proceed),
  comparing: { enter: () => proceedAfter(400) },
  passed: result,
  failed: result,
  dead: result,
};
let current = null;

async function ask(call, more) {
  const answer = await fetch(`/face/api/${call}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, ...more }),
  });
  if (!answer.ok) throw new Error(`${call}: ${answer.status}`);
  return answer.json();
}

// The buttons stay where they are when the network fails, so the person can press again.
async function proceed(call, more) {
  let view;
  try {
    view = await ask(call, more);
  } catch (problem) {
    console.error(problem);
    part('offline').hidden = false;
    if (call === 'state') proceedAfter(2000);
    return;
  }
  part('offline').hidden = true;
  show(view);
}

async function proceedAfter(milliseconds) {
  await wait(milliseconds);
  await proceed('state');
}

function show(view) {
  const same = current?.step === view.step;
  if (current) steps[current.step].leave?.();
  current = view;
  for (const other of main.querySelectorAll('[data-step]')) other.hidden = other !== section(view.step);
  steps[view.step].enter?.(view);
  if (!same) section(view.step).querySelector('h1:not([hidden])').focus();
}

control('capture-statement-box').addEventListener('change', event => {
  control('capture-statement-accept').disabled = !event.target.checked;
});
press(control('capture-statement-accept'), () => proceed('accept'));
// Another camera was chosen: the step on screen starts anew with it.
startPanel(() => steps[current?.step]?.enterAgain?.());

proceed('state');
