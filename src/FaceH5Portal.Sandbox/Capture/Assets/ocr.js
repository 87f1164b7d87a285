import { viewfinder } from './camera.js';
import { card, still } from './drawing.js';
import { chosen, control, part, press, section } from './page.js';
import { jpeg, pictureOf } from './picture.js';

// ISO/IEC 7810 ID-1: what the frame on screen shows is what is sent.
const cardRatio = 85.6 / 54;

export function ocrStep(proceed) {
  const within = section('ocr-front');
  const shutter = control('ocr-shutter');
  let side = 'front';
  const finder = viewfinder({ within, shutter, facing: 'environment', picture: () => card(side), ratio: cardRatio });
  const send = canvas => proceed('ocr', { side, image: jpeg(canvas) });

  press(shutter, () => send(finder.frame()));
  press(control('ocr-again'), () => { finder.open(); });
  press(control('ocr-still'), () => send(still(card(side))));
  chosen(control('ocr-file'), part('file-bad', within), pictureOf, send);

  return {
    enter(view) {
      side = view.step === 'ocr-back' ? 'back' : 'front';
      for (const text of within.querySelectorAll('[data-side]')) text.hidden = text.dataset.side !== side;
      part('file-bad', within).hidden = true;
      finder.open();
    },
    enterAgain: () => finder.open(),
    leave: finder.close,
  };
}
