import type { SKRSContext2D } from '@napi-rs/canvas';

function starPath(context: SKRSContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  for (let i = 0; i < 10; i++) {
    // Sides of a regular pentagram meet at (3 − √5)/2 of its radius.
    const reach = i % 2 === 0 ? radius : radius * 0.381966;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach);
  }
  context.closePath();
}

/** A five-pointed star about the origin; `cut` leaves lines from its centre bare. */
export function star(context: SKRSContext2D, radius: number, cut: boolean): void {
  starPath(context, 0, 0, radius);
  context.fill();
  if (!cut) return;
  context.save();
  context.globalCompositeOperation = 'destination-out';
  context.lineWidth = Math.max(0.6, radius * 0.05);
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 === 0 ? radius : radius * 0.381966;
    const angle = (Math.PI / 5) * i - Math.PI / 2;
    context.beginPath();
    context.moveTo(0, 0);
    context.lineTo(Math.cos(angle) * reach, Math.sin(angle) * reach);
    context.stroke();
  }
  context.restore();
}

/** Something like a state's emblem, nobody's: five stars above a gate within a wreath, a wheel below. */
export function emblem(context: SKRSContext2D, radius: number): void {
  const r = radius;
  context.lineWidth = r * 0.1;
  context.beginPath();
  context.arc(0, 0, r * 0.72, 0, 2 * Math.PI);
  context.stroke();
  for (let i = 0; i < 26; i++) {
    const angle = Math.PI * (0.62 + (1.76 * i) / 25);
    context.save();
    context.rotate(angle);
    context.translate(r * 0.88, 0);
    context.rotate(0.5);
    context.fillRect(-r * 0.1, -r * 0.035, r * 0.22, r * 0.07);
    context.restore();
  }
  starPath(context, 0, -r * 0.36, r * 0.2);
  context.fill();
  for (const [x, y] of [
    [-0.34, -0.2],
    [-0.18, -0.06],
    [0.18, -0.06],
    [0.34, -0.2],
  ] as const) {
    starPath(context, x * r, y * r, r * 0.09);
    context.fill();
  }
  context.fillRect(-r * 0.42, r * 0.12, r * 0.84, r * 0.07);
  for (let i = -2; i <= 2; i++) context.fillRect(i * r * 0.17 - r * 0.04, r * 0.19, r * 0.08, r * 0.2);
  context.fillRect(-r * 0.48, r * 0.38, r * 0.96, r * 0.08);
  for (let i = 0; i < 12; i++) {
    context.save();
    context.translate(0, r * 0.84);
    context.rotate((Math.PI * 2 * i) / 12);
    context.fillRect(-r * 0.03, r * 0.14, r * 0.06, r * 0.1);
    context.restore();
  }
  context.beginPath();
  context.arc(0, r * 0.84, r * 0.14, 0, 2 * Math.PI);
  context.stroke();
}
