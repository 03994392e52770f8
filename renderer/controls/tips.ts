import type { Component, Directive } from 'vue'

/** What is said of a control when somebody rests on it. */
export interface Tip {
  readonly label: string
  /** The keys that do the same; empty for none. */
  readonly keys?: string
  /** What is shown below. */
  readonly more?: Component | undefined
}

const tips = new WeakMap<Element, Tip>()

/** Gives a control a tip. It is shown by the one `TipHost` of the desk. */
export const vTip: Directive<HTMLElement, Tip> = {
  mounted: (element, { value }) => {
    tips.set(element, value)
  },
  updated: (element, { value }) => {
    tips.set(element, value)
  },
}

/** A control with its tip. */
export interface TippedControl {
  readonly control: HTMLElement
  readonly tip: Tip
}

/** The control that an element is, or is in, if that has a tip. */
export function tipAt(target: EventTarget | null): TippedControl | undefined {
  let element = target instanceof Element ? target : null
  while (element !== null) {
    const tip = tips.get(element)
    if (tip !== undefined && element instanceof HTMLElement) return { control: element, tip }
    element = element.parentElement
  }
  return undefined
}
