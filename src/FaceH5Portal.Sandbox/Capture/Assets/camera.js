import { moving } from './drawing.js';
import { part, word } from './page.js';
import { chosenCamera } from './panel.js';
import { drawn } from './picture.js';

const reasons = {
  NotAllowedError: 'refused',
  SecurityError: 'insecure',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

/** The camera in a step, or in its place the reason why there is none. */
export function viewfinder({ within, shutter, facing, picture, ratio }) {
  const video = within.querySelector('video');
  let stream = null;
  let opening = 0;

  video.addEventListener('loadeddata', () => { shutter.disabled = false; });

  async function open(obstacle) {
    close();
    const mine = opening;
    swap(true);
    shutter.disabled = true;
    try {
      const opened = await source(facing, picture(), obstacle);
      // The person may have left the step while the browser was still asking.
      if (mine === opening) look(opened);
      else stop(opened);
    } catch (problem) {
      console.info(problem);
      if (mine === opening) explain(reasons[problem.name] ?? 'unsupported');
    }
  }

  function look(opened) {
    stream = opened;
    stream.getVideoTracks()[0].addEventListener('ended', () => explain('busy'));
    video.srcObject = stream;
  }

  function close() {
    opening++;
    if (stream) stop(stream);
    stream = null;
    video.srcObject = null;
  }

  function explain(reason) {
    close();
    swap(false);
    part('trouble', within).textContent = word(reason);
  }

  function swap(works) {
    part('camera', within).hidden = !works;
    part('no-camera', within).hidden = works;
    part('trouble', within).textContent = '';
  }

  const frame = () => drawn(video, video.videoWidth, video.videoHeight, ratio);
  return { open, close, explain, frame, stream: () => stream };
}

async function source(facing, picture, obstacle) {
  const choice = chosenCamera();
  if (choice === 'still') return moving(picture);
  if (choice === 'refused') throw new DOMException('The panel refuses the camera.', 'NotAllowedError');
  if (choice === 'unsupported' || obstacle) throw new DOMException('This browser cannot do what the plan asks for.', 'NotSupportedError');
  if (!isSecureContext) throw new DOMException('The browser gives a camera to secure pages only.', 'SecurityError');
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: facing }, audio: false });
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
