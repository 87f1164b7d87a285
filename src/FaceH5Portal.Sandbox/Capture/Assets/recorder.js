import { moving } from './drawing.js';
import { wait } from './page.js';

const types = ['video/webm;codecs=vp8', 'video/webm', 'video/mp4'];
const clipLength = 1200;

const supported = () => types.find(type => globalThis.MediaRecorder?.isTypeSupported(type));

export const canRecord = () => supported() !== undefined;

/** Records from now on; stop() answers with what the server is to be sent. */
export function record(stream) {
  const recorder = new MediaRecorder(stream, { mimeType: supported(), videoBitsPerSecond: 800_000 });
  const chunks = [];
  const stopped = new Promise((resolve, reject) => {
    recorder.addEventListener('dataavailable', event => chunks.push(event.data));
    recorder.addEventListener('stop', resolve);
    recorder.addEventListener('error', event => reject(event.error));
  });
  recorder.start();
  return {
    async stop() {
      // It stops by itself when the camera is unplugged.
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      return sent(new Blob(chunks, { type: recorder.mimeType }));
    },
  };
}

/** A short recording of a drawing, or nothing where this browser cannot record. */
export async function clipOf(picture) {
  if (!canRecord()) return {};
  const stream = moving(picture);
  try {
    const recording = record(stream);
    await wait(clipLength);
    return await recording.stop();
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

/** Phones record QuickTime, which is read like the MP4 it became. */
export async function sent(blob) {
  return { video: await base64(blob), video_type: blob.type.includes('webm') ? 'video/webm' : 'video/mp4' };
}

function base64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.split('base64,')[1]));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}
