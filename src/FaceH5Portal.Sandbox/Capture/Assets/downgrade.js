import { face, still } from './drawing.js';
import { chosen, control, part, press, section } from './page.js';
import { chosenOutcome } from './panel.js';
import { drawn, jpeg } from './picture.js';
import { clipOf, sent } from './recorder.js';

const largestVideo = 20 * 1024 * 1024;

/** A video recorded by the phone's own camera app, where the live check cannot be had. */
export function downgradeStep(proceed) {
  const within = section('downgrade');
  const send = ({ picture, clip }) => proceed('capture', {
    image: jpeg(picture), frames: [], ...clip, demoted: true, outcome: chosenOutcome(),
  });

  press(control('downgrade-still'), async () => send({ picture: still(face), clip: await clipOf(face) }));
  chosen(control('downgrade-file'), part('file-bad', within), videoOf, send);

  return { enter: () => { part('file-bad', within).hidden = true; } };
}

async function videoOf(file) {
  if (file.size > largestVideo) throw new RangeError('The video is too large to be sent.');
  return { picture: await frameOf(file), clip: await sent(file) };
}

// Playing, unlike loading, makes every phone decode a first frame, and fails where there is none.
async function frameOf(file) {
  const address = URL.createObjectURL(file);
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true, src: address });
  try {
    await video.play();
    video.pause();
    return drawn(video, video.videoWidth, video.videoHeight);
  } finally {
    URL.revokeObjectURL(address);
  }
}
