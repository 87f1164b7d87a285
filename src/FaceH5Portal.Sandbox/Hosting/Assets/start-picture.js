/** A drawn face as JPEG in base64, for plans that compare with an uploaded picture. */
export function drawnFace() {
  const canvas = document.createElement("canvas");
  canvas.width = 480;
  canvas.height = 640;
  const brush = canvas.getContext("2d");
  fill(brush, "#dfe7ef", () => brush.rect(0, 0, 480, 640));
  fill(brush, "#34558b", () => brush.ellipse(240, 640, 210, 150, 0, 0, Math.PI * 2));
  fill(brush, "#3a2a20", () => brush.ellipse(240, 265, 150, 185, 0, 0, Math.PI * 2));
  fill(brush, "#e9bf9c", () => brush.ellipse(240, 300, 130, 175, 0, 0, Math.PI * 2));
  for (const eye of [190, 290]) fill(brush, "#1d1d1d", () => brush.ellipse(eye, 280, 14, 10, 0, 0, Math.PI * 2));
  fill(brush, "#c98f6b", () => brush.ellipse(240, 335, 14, 26, 0, 0, Math.PI * 2));
  fill(brush, "#a6453e", () => brush.ellipse(240, 400, 42, 12, 0, 0, Math.PI * 2));
  return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
}

function fill(brush, colour, shape) {
  brush.fillStyle = colour;
  brush.beginPath();
  shape();
  brush.fill();
}
