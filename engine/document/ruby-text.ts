/** The longest ruby text, in UTF-16 units. */
export const LONGEST_RUBY = 40

/** Whether a value can stand above text: one line, something to be seen, no space at its edges. */
export function isRubyText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= LONGEST_RUBY &&
    /^\S(?:.*\S)?$/u.test(value) &&
    !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
  )
}
