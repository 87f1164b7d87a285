const longestSide = 1280;
const greyWidth = 96;

/** A copy no larger than needed; with a ratio, the middle of it in that shape. */
export function drawn(source, width, height, ratio = width / height) {
  const across = Math.min(width, height * ratio);
  const down = across / ratio;
  const scale = Math.min(1, longestSide / Math.max(across, down));
  const canvas = blank(Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale)));
  canvas.getContext('2d').drawImage(source, (width - across) / 2, (height - down) / 2, across, down, 0, 0, canvas.width, canvas.height);
  return canvas;
}

export function blank(width, height) {
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** JPEG in base64, without the prefix of a data address. */
export const jpeg = canvas => canvas.toDataURL('image/jpeg', 0.85).split(',')[1];

export async function pictureOf(file) {
  const bitmap = await createImageBitmap(file);
  return drawn(bitmap, bitmap.width, bitmap.height);
}

/** The frame with the clearest edges. */
export function sharpest(frames) {
  const graded = frames.map(frame => ({ frame, grade: sharpness(frame) }));
  return graded.reduce((best, other) => (other.grade > best.grade ? other : best)).frame;
}

export function spread(frames, count) {
  if (frames.length <= count) return frames;
  return Array.from({ length: count }, (_, index) => frames[Math.round(index * (frames.length - 1) / (count - 1))]);
}

// Variance of the Laplacian: a blurred picture has few edges, so its second derivative hardly varies.
function sharpness(frame) {
  const { grey, width, height } = greyOf(frame);
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const edge = grey[at - 1] + grey[at + 1] + grey[at - width] + grey[at + width] - 4 * grey[at];
      sum += edge;
      squares += edge * edge;
    }
  }
  const count = (width - 2) * (height - 2);
  return squares / count - (sum / count) ** 2;
}

function greyOf(frame) {
  const height = Math.max(3, Math.round(greyWidth * frame.height / frame.width));
  const pen = blank(greyWidth, height).getContext('2d', { willReadFrequently: true });
  pen.drawImage(frame, 0, 0, greyWidth, height);
  const { data } = pen.getImageData(0, 0, greyWidth, height);
  const grey = Float32Array.from({ length: greyWidth * height }, (_, index) =>
    0.299 * data[4 * index] + 0.587 * data[4 * index + 1] + 0.114 * data[4 * index + 2]);
  return { grey, width: greyWidth, height };
}
