/** A QR code as one SVG path. */
export function QrCode({ size, dark, label }: { size: number; dark: readonly boolean[]; label: string }) {
  const path = dark.map((on, i) => (on ? `M${i % size} ${Math.floor(i / size)}h1v1h-1z` : '')).join('');
  const quiet = 4;
  return (
    <svg
      className="mc-qr"
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
    >
      <rect x={-quiet} y={-quiet} width={size + 2 * quiet} height={size + 2 * quiet} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
