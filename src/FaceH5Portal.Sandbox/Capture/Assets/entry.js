import { part, press, section } from './page.js';

/** Name and number, typed ("manual") or corrected after what the ID card says ("confirm"). */
export function entryStep(step, proceed) {
  const within = section(step);
  const form = within.querySelector('form');
  const { name, number } = form.elements;

  press(form, () => proceed('confirm', { name: name.value.trim(), number: number.value.trim() }), 'submit');

  function complain(message) {
    part('entry-bad', within).textContent = message ?? '';
    const wrong = name.value.trim() ? number : name;
    for (const input of [name, number]) input.setAttribute('aria-invalid', Boolean(message) && input === wrong);
    if (message) wrong.focus();
  }

  return {
    enter(view) {
      complain(view.message);
      // What the person typed stays until it is right.
      if (view.message) return;
      name.value = view.ocr?.name ?? '';
      number.value = view.ocr?.number ?? '';
      for (const field of within.querySelectorAll('[data-field]')) field.textContent = readable(view.ocr?.[field.dataset.field] ?? '');
    },
  };
}

// 20200102 is 2020-01-02; an endless validity stays the word it is.
const readable = text => text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
