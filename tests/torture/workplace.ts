/** The two files between which the document moves. */
export const fileNames = ['a.banxin', 'b.banxin'] as const

/** The pictures that are dropped in, by their hues. */
export const hues = [10, 120, 230] as const
