import { control, main, part, press } from './page.js';

export function resultStep(proceed) {
  const { success, failed } = main.dataset;

  press(control('capture-finish'), () => location.assign(success));
  press(control('capture-retry'), () => proceed('retry'));
  press(control('capture-leave'), () => location.assign(failed));

  return {
    enter(view) {
      const passed = view.step === 'passed';
      control('capture-result').dataset.passed = passed;
      control('capture-message').textContent = view.message;
      part('passed-title').hidden = !passed;
      part('failed-title').hidden = passed;
      control('capture-finish').hidden = !passed || !success;
      control('capture-retry').hidden = !view.retry;
      control('capture-leave').hidden = passed || view.retry || !failed;
      part('close').hidden = view.retry || Boolean(passed ? success : failed);
    },
  };
}
