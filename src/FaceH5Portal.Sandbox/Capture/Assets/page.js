export const main = document.querySelector('main');
export const control = id => document.querySelector(`[data-testid="${id}"]`);
export const part = (name, within = document) => within.querySelector(`[data-part="${name}"]`);
export const section = step => main.querySelector(`[data-step~="${step}"]`);

/** Everything the script says stands in the page, so that it is said in the reader's language. */
export const word = name => main.querySelector(`[data-word="${name}"]`).textContent;

export const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

let working = false;

/** While one press is at work every other is ignored: nothing is sent twice. */
export function press(element, work, type = 'click') {
  element.addEventListener(type, async event => {
    if (type === 'submit') event.preventDefault();
    if (working) return;
    working = true;
    main.setAttribute('aria-busy', 'true');
    try {
      await work();
    } finally {
      working = false;
      main.removeAttribute('aria-busy');
    }
  });
}

/** A file that was chosen; one that cannot be read is said to be bad and goes no further. */
export function chosen(input, bad, read, use) {
  press(input, async () => {
    const [file] = input.files;
    if (!file) return;
    bad.hidden = true;
    let taken;
    try {
      taken = await read(file);
    } catch (problem) {
      console.info(problem);
      bad.hidden = false;
      return;
    } finally {
      // Else choosing the same file again would be no change.
      input.value = '';
    }
    await use(taken);
  }, 'change');
}
