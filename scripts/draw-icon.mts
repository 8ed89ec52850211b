/**
 * `npx tsx scripts/draw-icon.mts`: draws media/icon.png, the extension's mark: the stages of a run as bars, one after
 * another, the middle one with two executions side by side.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import { whenStarted } from './main.mts';
import { root } from './root.mts';

type Colour = [red: number, green: number, blue: number];

/** A rectangle with round corners; lengths in pixels of the icon. */
interface Shape {
  x: number;
  y: number;
  width: number;
  height: number;
  radius: number;
  colour: Colour;
}

const size = 256;
/** Samples a pixel takes along each axis, for smooth edges. */
const samples = 4;

const bar = (x: number, y: number, width: number, height: number, colour: Colour): Shape => ({
  ...{ x, y, width, height, colour },
  radius: height / 2,
});

const shapes: Shape[] = [
  { x: 0, y: 0, width: size, height: size, radius: 52, colour: [16, 58, 44] },
  bar(40, 52, 92, 36, [244, 250, 240]),
  bar(84, 104, 92, 20, [126, 217, 140]),
  bar(84, 132, 72, 20, [126, 217, 140]),
  bar(124, 168, 92, 36, [52, 176, 104]),
];

function contains(shape: Shape, x: number, y: number): boolean {
  const { radius } = shape;
  const beyond = (at: number, start: number, length: number) =>
    Math.max(start + radius - at, at - (start + length - radius), 0);
  const dx = beyond(x, shape.x, shape.width);
  const dy = beyond(y, shape.y, shape.height);
  return dx * dx + dy * dy <= radius * radius;
}

/** Red, green, blue and alpha of a pixel: the mean of its samples, of which the uncovered ones are transparent. */
function pixel(x: number, y: number): number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samples * samples; i++) {
    const [dx, dy] = [(i % samples) + 0.5, Math.floor(i / samples) + 0.5];
    const shape = shapes.findLast((s) => contains(s, x + dx / samples, y + dy / samples));
    if (shape === undefined) continue;
    covered++;
    shape.colour.forEach((value, channel) => (sum[channel]! += value));
  }
  const mean = sum.map((value) => Math.round(value / Math.max(covered, 1)));
  return [...mean, Math.round((255 * covered) / samples ** 2)];
}

await whenStarted(import.meta, () => {
  const image = new PNG({ width: size, height: size });
  const pixels = Array.from({ length: size * size }, (_, i) =>
    pixel(i % size, Math.floor(i / size)),
  );
  image.data = Buffer.from(pixels.flat());
  writeFileSync(path.join(root, 'media', 'icon.png'), PNG.sync.write(image));
});
