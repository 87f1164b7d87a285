import { blank } from './picture.js';

const framesPerSecond = 15;

/** A made-up face that blinks and sways, for whoever has no camera at hand. */
export const face = { width: 480, height: 640, draw: drawFace };

export const card = side => ({ width: 856, height: 540, draw: pen => (side === 'front' ? drawFront(pen) : drawBack(pen)) });

export function still(picture) {
  const canvas = blank(picture.width, picture.height);
  picture.draw(canvas.getContext('2d'), 0);
  return canvas;
}

/** The picture as a camera would show it. It is drawn for as long as someone looks. */
export function moving(picture) {
  const canvas = still(picture);
  const pen = canvas.getContext('2d');
  const stream = canvas.captureStream(framesPerSecond);
  const timer = setInterval(() => {
    if (stream.active) picture.draw(pen, performance.now());
    else clearInterval(timer);
  }, 1000 / framesPerSecond);
  return stream;
}

function oval(pen, colour, x, y, across, down) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, across, down, 0, 0, 2 * Math.PI);
  pen.fill();
}

function drawFace(pen, time) {
  const sway = 10 * Math.sin(time / 400);
  const eye = time % 1000 > 850 ? 2 : 14;
  pen.fillStyle = '#dfe6ee';
  pen.fillRect(0, 0, face.width, face.height);
  oval(pen, '#5b6b7d', 240, 660, 220, 160);
  oval(pen, '#3a2c25', 240, 276, 152, 188);
  oval(pen, '#e9bd98', 240, 320, 128, 168);
  oval(pen, '#2b2b2b', 190 + sway, 296, 14, eye);
  oval(pen, '#2b2b2b', 290 + sway, 296, 14, eye);
  oval(pen, '#d9a67f', 240 + sway, 356, 12, 24);
  oval(pen, '#8f5a45', 240 + sway, 412, 52, 12);
}

function drawFront(pen) {
  ground(pen, '#dfe9f5');
  lines(pen, 60, 100, ['姓名  张三', '性别  男    民族  汉', '出生  1990 年 3 月 7 日', '住址  北京市东城区测试街1号', '', '身份号码  110101199003070011']);
  pen.fillStyle = '#c5d3e4';
  pen.fillRect(600, 80, 190, 250);
  oval(pen, '#5b6b7d', 695, 300, 80, 30);
  oval(pen, '#3a2c25', 695, 175, 58, 72);
  oval(pen, '#e9bd98', 695, 190, 48, 62);
  stamp(pen);
}

function drawBack(pen) {
  ground(pen, '#f1e3d8');
  oval(pen, '#b9503f', 140, 150, 70, 70);
  lines(pen, 260, 170, ['居民身份证（样本）']);
  lines(pen, 60, 400, ['签发机关  北京市公安局东城分局', '有效期限  2020.01.02-2040.01.02']);
  stamp(pen);
}

function ground(pen, colour) {
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 856, 540);
}

function lines(pen, x, y, texts) {
  pen.fillStyle = '#1b2430';
  pen.font = '34px sans-serif';
  texts.forEach((text, index) => pen.fillText(text, x, y + 66 * index));
}

// Nobody shall take the drawing for a document.
function stamp(pen) {
  pen.save();
  pen.translate(428, 290);
  pen.rotate(-0.35);
  pen.fillStyle = 'rgb(179 38 30 / 0.35)';
  pen.font = 'bold 84px sans-serif';
  pen.textAlign = 'center';
  pen.fillText('样本 SAMPLE', 0, 30);
  pen.restore();
}
