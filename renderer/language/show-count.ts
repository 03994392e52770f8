/** A whole number with its thousands apart, as in `12,345`; many times faster than the locale's. */
export function showCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
