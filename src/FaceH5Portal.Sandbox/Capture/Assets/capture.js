'use strict';

(() => {
  const main = document.querySelector('main');
  const { token, success, failed } = main.dataset;
  const part = name => main.querySelector(`[data-part="${name}"]`);
  const control = name => main.querySelector(`[data-testid="capture-${name}"]`);
  const video = main.querySelector('video');
  const longestSide = 1280;
  let camera = null;

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
    try {
      const view = await ask(call, more);
      part('offline').hidden = true;
      show(view);
    } catch (problem) {
      console.error(problem);
      part('offline').hidden = false;
      if (call === 'state') setTimeout(() => proceed('state'), 2000);
    }
  }

  function show(view) {
    const step = ['passed', 'failed', 'dead'].includes(view.step) ? 'result' : view.step;
    for (const section of main.querySelectorAll('[data-step]')) section.hidden = section.dataset.step !== step;
    if (step === 'capture') openCamera(); else closeCamera();
    if (step === 'result') showResult(view);
    if (step === 'comparing') setTimeout(() => proceed('state'), 400);
    main.querySelector(`[data-step="${step}"] h1:not([hidden])`).focus();
  }

  function showResult(view) {
    const passed = view.step === 'passed';
    control('result').dataset.passed = passed;
    control('message').textContent = view.message;
    part('passed-title').hidden = !passed;
    part('failed-title').hidden = passed;
    control('finish').hidden = !passed || !success;
    control('retry').hidden = !view.retry;
    control('leave').hidden = passed || view.retry || !failed;
    part('close').hidden = view.retry || Boolean(passed ? success : failed);
  }

  async function openCamera() {
    part('camera').hidden = false;
    part('no-camera').hidden = true;
    control('shutter').disabled = true;
    try {
      camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' }, audio: false });
      video.srcObject = camera;
    } catch (problem) {
      // No secure context, no camera or no permission: the sandbox goes on without one.
      console.info(problem);
      part('camera').hidden = true;
      part('no-camera').hidden = false;
    }
  }

  function closeCamera() {
    camera?.getTracks().forEach(track => track.stop());
    camera = null;
    video.srcObject = null;
  }

  function send(canvas) {
    const image = canvas.toDataURL('image/jpeg', 0.85).split(',')[1];
    return proceed('capture', { image });
  }

  function drawn(source, width, height) {
    const scale = Math.min(1, longestSide / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d').drawImage(source, 0, 0, canvas.width, canvas.height);
    return canvas;
  }

  function syntheticFace() {
    const canvas = document.createElement('canvas');
    canvas.width = 480;
    canvas.height = 640;
    const pen = canvas.getContext('2d');
    const oval = (colour, x, y, across, down) => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(x, y, across, down, 0, 0, 2 * Math.PI);
      pen.fill();
    };
    pen.fillStyle = '#dfe6ee';
    pen.fillRect(0, 0, 480, 640);
    oval('#5b6b7d', 240, 660, 220, 160);
    oval('#3a2c25', 240, 276, 152, 188);
    oval('#e9bd98', 240, 320, 128, 168);
    oval('#2b2b2b', 190, 296, 14, 14);
    oval('#2b2b2b', 290, 296, 14, 14);
    oval('#8f5a45', 240, 412, 52, 12);
    return canvas;
  }

  async function sendFile() {
    const [file] = control('file').files;
    if (!file) return;
    part('file-bad').hidden = true;
    try {
      const picture = await createImageBitmap(file);
      await send(drawn(picture, picture.width, picture.height));
    } catch (problem) {
      console.info(problem);
      part('file-bad').hidden = false;
    } finally {
      control('file').value = '';
    }
  }

  control('statement-box').addEventListener('change', event => {
    control('statement-accept').disabled = !event.target.checked;
  });
  control('statement-accept').addEventListener('click', () => proceed('accept'));
  video.addEventListener('loadeddata', () => { control('shutter').disabled = false; });
  control('shutter').addEventListener('click', () => send(drawn(video, video.videoWidth, video.videoHeight)));
  control('still').addEventListener('click', () => send(syntheticFace()));
  control('file').addEventListener('change', sendFile);
  control('finish').addEventListener('click', () => location.assign(success));
  control('retry').addEventListener('click', () => show({ step: 'capture' }));
  control('leave').addEventListener('click', () => location.assign(failed));

  proceed('state');
})();
