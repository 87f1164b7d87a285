import { main, wait } from './page.js';

const samplesPerPrompt = 5;
const sampleEvery = 140;

/** Says the prompts one after the other, in an order nobody can foresee, and looks at the face meanwhile. */
export async function watch(say, grab) {
  const frames = [];
  for (const prompt of shuffled([...main.querySelectorAll('[data-prompt]')])) {
    say(prompt.textContent);
    for (let sample = 0; sample < samplesPerPrompt; sample++) {
      await wait(sampleEvery);
      frames.push(grab());
    }
  }
  return frames;
}

function shuffled(items) {
  const keys = crypto.getRandomValues(new Uint32Array(items.length));
  return items.map((item, index) => ({ item, key: keys[index] })).sort((one, other) => one.key - other.key).map(({ item }) => item);
}
