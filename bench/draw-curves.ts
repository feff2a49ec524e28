type Curve = { name: string; points: ReadonlyArray<readonly [x: number, y: number]> };

const size = 420;
const margin = 48;
const colours = ['#1b6ca8', '#c1440e', '#2d8a4e', '#8a4fbf'];

/** Draws curves between 0 and 1 as an SVG picture: refused falsely along, refused rightly up. */
export function drawCurves(curves: readonly Curve[]): string {
  const x = (value: number): string => (margin + value * size).toFixed(1);
  const y = (value: number): string => (margin + (1 - value) * size).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `<text x="${x(value)}" y="${margin + size + 18}" text-anchor="middle">${value}</text>`,
    `<text x="${margin - 8}" y="${Number(y(value)) + 4}" text-anchor="end">${value}</text>`,
    `<path d="M${x(0)} ${y(value)}H${x(1)}" stroke="#ddd"/>`,
  ]);
  const lines = curves.map(({ points }, index) => {
    const path = points
      .map(([across, up], place) => `${place === 0 ? 'M' : 'L'}${x(across)} ${y(up)}`)
      .join('');
    return `<path d="${path}" fill="none" stroke="${colours[index % colours.length]}" stroke-width="2"/>`;
  });
  const names = curves.map(
    ({ name }, index) =>
      `<text x="${margin + size - 190}" y="${margin + size - 80 + index * 18}" fill="${colours[index % colours.length]}">${name}</text>`,
  );
  const total = size + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${total}" height="${total}" font-family="sans-serif" font-size="12">
<title>Share of questions refused, without an answer over with one</title>
<rect width="100%" height="100%" fill="#fff"/>
${[...ticks, ...lines, ...names].join('\n')}
<text x="${margin + size / 2}" y="${total - 8}" text-anchor="middle">questions with an answer that are refused</text>
<text transform="translate(12 ${margin + size / 2}) rotate(-90)" text-anchor="middle">questions without one that are refused</text>
</svg>
`;
}
