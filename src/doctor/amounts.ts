const units = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const unitStep = 1024;

/** Bytes as people read them: `22.1 GiB`, `512 bytes`. */
export function sizeText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= unitStep && unit < units.length - 1) {
    value /= unitStep;
    unit++;
  }
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}
