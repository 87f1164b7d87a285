import { viewfinder } from './camera.js';
import { face, still } from './drawing.js';
import { watch } from './liveness.js';
import { chosen, control, part, press, section, word } from './page.js';
import { chosenOutcome } from './panel.js';
import { jpeg, pictureOf, sharpest, spread } from './picture.js';
import { canRecord, clipOf, record } from './recorder.js';

export function faceStep(proceed) {
  const within = section('capture');
  const shutter = control('capture-shutter');
  const prompt = part('prompt', within);
  const finder = viewfinder({ within, shutter, facing: 'user', picture: () => face });
  let records = false;
  const open = () => finder.open(records && !canRecord());

  async function check() {
    const stream = finder.stream();
    if (!stream) return;
    shutter.hidden = true;
    try {
      const recording = records ? record(stream) : null;
      const frames = await watch(text => { prompt.textContent = text; }, finder.frame);
      // Unplugged, or another camera chosen meanwhile: these frames show no one.
      if (finder.stream() !== stream) return;
      prompt.textContent = word('sending');
      await send(sharpest(frames), spread(frames, 4), await recording?.stop());
    } catch (problem) {
      console.error(problem);
      finder.explain('unsupported');
    } finally {
      prompt.textContent = '';
      shutter.hidden = false;
      // Without effect once another step has the screen.
      shutter.focus();
    }
  }

  const send = (best, frames, clip) => proceed('capture', {
    image: jpeg(best), frames: frames.map(jpeg), ...clip, demoted: false, outcome: chosenOutcome(),
  });

  const sendStill = async picture => send(still(picture), [], records ? await clipOf(picture) : {});

  press(shutter, check);
  press(control('camera-again'), () => { open(); });
  press(control('camera-refused'), () => proceed('refused'));
  press(control('capture-still'), () => sendStill(face));
  chosen(control('capture-file'), part('file-bad', within), pictureOf, canvas => sendStill(standing(canvas)));

  return {
    enter(view) {
      records = view.records;
      part('file-bad', within).hidden = true;
      open();
    },
    enterAgain: open,
    leave: finder.close,
  };
}

/** A picture from a file, held as if before the camera. */
const standing = canvas => ({
  width: canvas.width, height: canvas.height, draw: pen => pen.drawImage(canvas, 0, 0),
});
