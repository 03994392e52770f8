/** The room of a line in its column: where it begins, and its measure. */
export interface LineRoom {
  readonly leftMpt: number
  readonly widthMpt: number
}

/**
 * The room that lines of so many units have, by the rooms of the units that they stand on: what
 * is free over all of a line's height. Lines after the last room have the column's whole measure.
 */
export function roomsOfLines(rooms: readonly LineRoom[], units: number): readonly LineRoom[] {
  if (units === 1) return rooms
  return Array.from({ length: Math.ceil(rooms.length / units) }, (_, line) => {
    const own = rooms.slice(line * units, (line + 1) * units)
    const leftMpt = Math.max(...own.map((room) => room.leftMpt))
    const rightMpt = Math.min(...own.map((room) => room.leftMpt + room.widthMpt))
    return { leftMpt, widthMpt: rightMpt - leftMpt }
  })
}
