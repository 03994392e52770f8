/**
 * People for the sample pictures: a jointed figure of a little over seven heads, dressed in flat
 * shapes. Lengths are in heads, angles in radians; a figure faces right unless turned.
 */
import { between, limb, mix, numbers, smooth } from './sheet.mjs'

const DUSK = '#1c2b36'
const THIGH = 1.72
const SHIN = 1.66
const SPINE = 2.2
const UPPER_ARM = 1.3
const FOREARM = 1.15

const swing = ([x, y], length, angle) => [
  x + length * Math.sin(angle),
  y + length * Math.cos(angle),
]

/** Ways to stand: each arm is [upper arm, elbow], each leg [thigh, knee]; the near one comes first. */
export const STANDING = {
  lean: 0,
  nod: 0,
  arms: numbers('0.08 0.15, -0.1 0.2'),
  legs: numbers('0.05 0.04, -0.06 0.02'),
}

/** A walker caught at `phase` (0 to 1) of a stride. */
export const walking = (phase, lean = 0.06) => {
  const reach = Math.sin(phase * 2 * Math.PI)
  const lift = Math.cos(phase * 2 * Math.PI)
  return {
    lean,
    nod: 0,
    arms: [
      [-0.5 * reach, 0.35],
      [0.5 * reach, 0.35],
    ],
    legs: [
      [0.45 * reach, 0.12 + 0.35 * Math.max(0, lift)],
      [-0.45 * reach, 0.12 + 0.35 * Math.max(0, -lift)],
    ],
  }
}

/** Someone on a chair, working at what is before them. */
export const SEATED = {
  lean: 0.14,
  nod: 0.25,
  arms: numbers('0.5 0.95, 0.6 0.9'),
  legs: numbers('1.5 1.5, 1.45 1.55'),
}

/** Walkers seen from the front or the back: one foot on the ground, one lifted. */
export const STEPPING = {
  lean: 0.01,
  nod: 0,
  arms: numbers('0.12 0.05, 0.1 0.1'),
  legs: numbers('-0.02 0, 0.04 0.5'),
}

const PROFILE = numbers(
  '-0.4 -0.08, -0.33 -0.38, 0 -0.53, 0.29 -0.42, 0.37 -0.2, 0.38 -0.04, ' +
    '0.5 0.13, 0.4 0.19, 0.41 0.3, 0.32 0.45, 0.08 0.38, -0.08 0.3, -0.3 0.3',
)

const HAIR = {
  short: numbers(
    '0.35 -0.24, 0.3 -0.48, 0 -0.6, -0.34 -0.46, -0.46 -0.12, -0.4 0.26, ' +
      '-0.18 0.22, -0.06 0.02, 0.02 -0.12, 0.2 -0.2',
  ),
  bob: numbers(
    '0.37 -0.16, 0.32 -0.48, 0 -0.62, -0.38 -0.5, -0.54 -0.06, -0.5 0.46, ' +
      '-0.16 0.5, -0.02 0.24, 0.06 -0.1, 0.22 -0.24',
  ),
  thin: numbers('-0.22 -0.3, -0.42 -0.24, -0.46 0.02, -0.38 0.26, -0.18 0.2, -0.1 -0.04'),
}
HAIR.bun = HAIR.short
HAIR.tail = HAIR.short

const drawHead = (sheet, place, centre, nod, look, view) => {
  const turn = ([x, y]) => [
    centre[0] + x * Math.cos(nod) - y * Math.sin(nod),
    centre[1] + x * Math.sin(nod) + y * Math.cos(nod),
  ]
  const shape = (points) => smooth(points.map(turn).map(place))
  const ball = (x, y, radiusX, radiusY) =>
    shape(
      [0, 1, 2, 3, 4, 5, 6, 7].map((step) => [
        x + radiusX * Math.cos((step * Math.PI) / 4),
        y + radiusY * Math.sin((step * Math.PI) / 4),
      ]),
    )
  const hair = look.hair ?? '#22262b'
  if (view === 'side') {
    sheet.fill(shape(PROFILE), look.skin)
    const style = look.hairStyle ?? 'short'
    if (style === 'bun') sheet.fill(ball(-0.52, -0.22, 0.2, 0.2), hair)
    if (style === 'tail') {
      sheet.fill(shape(numbers('-0.36 -0.3, -0.62 -0.1, -0.66 0.5, -0.54 0.74, -0.46 0.3')), hair)
    }
    sheet.fill(shape(HAIR[style]), hair)
    sheet.fill(ball(-0.06, 0.06, 0.08, 0.12), mix(look.skin, '#8a4632', 0.25))
    sheet.fill(ball(0.27, 0.02, 0.045, look.sleeps === true ? 0.014 : 0.05), '#2b2422')
    sheet.fill(
      shape(numbers('0.16 -0.12, 0.34 -0.14, 0.34 -0.1, 0.17 -0.08')),
      mix(hair, look.skin, 0.25),
    )
    sheet.fill(
      shape(numbers('0.26 0.27, 0.39 0.25, 0.38 0.28, 0.28 0.3')),
      mix(look.skin, '#8a3a30', 0.6),
    )
  } else {
    const back = view === 'back'
    sheet.fill(ball(0, 0, 0.4, 0.5), back ? hair : look.skin)
    if (back) {
      sheet.fill(ball(0, 0.34, 0.24, 0.16), look.skin)
      sheet.fill(ball(0, -0.04, 0.43, 0.46), hair)
      if (look.hairStyle === 'bun')
        sheet.fill(ball(0, -0.32, 0.24, 0.2), mix(hair, '#ffffff', 0.08))
      if (look.hairStyle === 'bob') sheet.fill(ball(0, 0.16, 0.46, 0.4), hair)
    } else {
      for (const side of [-0.17, 0.17]) {
        sheet.fill(ball(side, 0.02, 0.04, 0.05), '#2b2422')
        sheet.fill(ball(side, -0.1, 0.09, 0.025), mix(hair, look.skin, 0.3))
      }
      sheet.fill(ball(0.01, 0.14, 0.045, 0.06), mix(look.skin, '#8a4632', 0.2))
      sheet.fill(
        ball(0, 0.29, look.sings ? 0.08 : 0.1, look.sings ? 0.09 : 0.028),
        mix(look.skin, '#8a3a30', 0.65),
      )
      sheet.fill(
        shape(
          numbers(
            '-0.42 0.06, -0.44 -0.32, 0 -0.62, 0.44 -0.32, 0.42 0.06, 0.32 -0.18, 0 -0.28, ' +
              '-0.3 -0.18',
          ),
        ),
        hair,
      )
      if (look.hairStyle === 'bob') {
        sheet.fill(ball(-0.4, 0.12, 0.12, 0.36), hair)
        sheet.fill(ball(0.4, 0.12, 0.12, 0.36), hair)
      }
    }
  }
  if (look.hat !== undefined) drawHat(sheet, shape, look.hat, look.hatColour ?? '#c98a2b', view)
}

const drawHat = (sheet, shape, hat, colour, view) => {
  const forward = view === 'side' ? 1 : 0
  const dome = numbers('-0.48 -0.08, -0.46 -0.42, 0 -0.72, 0.4 -0.46, 0.44 -0.14')
  sheet.fill(shape(dome), colour)
  if (hat === 'helmet') {
    sheet.fill(
      shape([
        [-0.56, -0.06],
        [-0.5, -0.16],
        [0.46 + forward * 0.1, -0.2],
        [0.5 + forward * 0.16, -0.1],
      ]),
      mix(colour, DUSK, 0.2),
    )
    sheet.fill(
      shape(numbers('-0.1 -0.7, 0.06 -0.7, 0.1 -0.3, -0.06 -0.3')),
      mix(colour, '#ffffff', 0.25),
    )
  } else if (hat === 'cap') {
    sheet.fill(
      shape([
        [0.1, -0.22],
        [0.42, -0.26],
        [0.46 + forward * 0.28, -0.1],
        [0.3, -0.08],
      ]),
      mix(colour, DUSK, 0.3),
    )
  } else {
    sheet.fill(shape(numbers('-0.86 0, -0.3 -0.36, 0 -0.66, 0.3 -0.36, 0.86 0, 0 -0.06')), colour)
  }
}

const TORSO = {
  side: {
    back: [-0.46, -0.42, -0.54, -0.4],
    front: [0.42, 0.44, 0.52, 0.34],
    armOut: 0,
  },
  front: {
    back: [-0.6, -0.56, -0.7, -0.72],
    front: [0.6, 0.56, 0.7, 0.72],
    armOut: 0.64,
  },
}

/**
 * Draws one figure with its feet at `x`, `y`, `height` pixels tall when upright, or with its hip
 * `hip` heads above `y` when it sits. `facing` is 1 for right and -1 for left; `view` is side, front or
 * back. `pose` bends it: an arm without angles is left out. `look` names colours and dress: skin,
 * hair, top, bottom, shoes, hairStyle, hat and hatColour, apron, coat (its length below the hip in
 * heads), sings, sleeps, headless (for a head drawn apart). Returns where hands, head, shoulder and
 * hip came to lie, and the pixels of a head.
 */
export const drawFigure = (
  sheet,
  { x, y, height, facing = 1, view = 'side', pose, look, hip: raise },
) => {
  const unit = height / 7.15
  const place = ([px, py]) => [x + facing * px * unit, y + py * unit]
  const near = (colour) => colour
  const front = (colour) => mix(colour, '#fff4dc', 0.07)
  const far = (colour) => mix(colour, DUSK, 0.28)
  const drop = Math.max(
    ...pose.legs.map(
      ([thigh, bend]) =>
        THIGH * Math.cos(thigh) +
        SHIN * (view === 'side' ? Math.cos(thigh - bend) : 1 - bend * 0.3),
    ),
  )
  const hip = [0, -(raise ?? drop + 0.18)]
  const up = [Math.sin(pose.lean), -Math.cos(pose.lean)]
  const across = [-up[1], up[0]]
  const onSpine = (share, out) =>
    share < 0
      ? [hip[0] + out, hip[1] - SPINE * share]
      : [
          hip[0] + up[0] * SPINE * share + across[0] * out,
          hip[1] + up[1] * SPINE * share + across[1] * out,
        ]
  const side = view === 'side'
  const build = TORSO[side ? 'side' : 'front']
  const tube = (from, to, fromRadius, toRadius, paint) =>
    sheet.fill(limb(place(from), place(to), fromRadius * unit, toRadius * unit), paint)

  const drawLeg = ([thigh, bend], out, tone) => {
    const top = [hip[0] + across[0] * out, hip[1]]
    const knee = swing(top, THIGH, thigh)
    const ankle = side
      ? swing(knee, SHIN, thigh - bend)
      : [knee[0] + 0.02 * Math.sign(out), knee[1] + SHIN * (1 - bend * 0.3)]
    const trousers = tone(look.bottom)
    tube(knee, ankle, 0.27, 0.17, trousers)
    tube(top, knee, side ? 0.4 : 0.33, 0.27, trousers)
    const toe = Math.max(-0.5, thigh - bend)
    const heel = [ankle[0] - (side ? 0.1 : 0), ankle[1] + 0.06]
    tube(
      heel,
      side
        ? swing(ankle, 0.44, Math.PI / 2 + toe * 0.9 - 0.16)
        : [ankle[0] + 0.1 * Math.sign(out), ankle[1] + 0.16],
      0.15,
      0.11,
      tone(look.shoes ?? '#2a2c30'),
    )
  }
  const drawArm = ([upper, bend], out, tone) => {
    if (upper === undefined) return place(onSpine(0.88, out))
    const shoulder = onSpine(side ? 0.88 : 0.86, out)
    const aside = side ? 0 : Math.sign(out)
    const elbow = side
      ? swing(shoulder, UPPER_ARM, upper)
      : [
          shoulder[0] + UPPER_ARM * Math.sin(upper) * aside,
          shoulder[1] + UPPER_ARM * Math.cos(upper),
        ]
    const wrist = side
      ? swing(elbow, FOREARM, upper + bend)
      : [
          elbow[0] + FOREARM * Math.sin(upper + bend) * aside,
          elbow[1] + FOREARM * Math.cos(upper + bend),
        ]
    const sleeve = tone(look.top)
    const skin = tone(look.skin)
    const palm = between(elbow, wrist, 1.14)
    tube(wrist, palm, 0.13, 0.15, skin)
    tube(elbow, wrist, 0.2, 0.14, sleeve)
    tube(shoulder, elbow, side ? 0.3 : 0.25, 0.21, sleeve)
    return place(palm)
  }

  const spread = side ? 0 : 0.27
  const farHand = drawArm(pose.arms[1], side ? 0.05 : build.armOut, far)
  drawLeg(pose.legs[1], spread, far)
  drawLeg(pose.legs[0], -spread, near)
  const hem = look.coat ?? 0.3
  const shell = [
    onSpine(-hem / SPINE, build.back[0] - hem * 0.08),
    onSpine(-hem / SPINE / 2, build.back[0] - hem * 0.04),
    onSpine(0.06, build.back[0] + 0.01),
    onSpine(0.35, build.back[1]),
    onSpine(0.72, build.back[2]),
    onSpine(0.96, build.back[3]),
    onSpine(1.04, -0.16),
    onSpine(1.04, 0.16),
    onSpine(0.96, build.front[3]),
    onSpine(0.72, build.front[2]),
    onSpine(0.35, build.front[1]),
    onSpine(0.06, build.front[0] - 0.01),
    onSpine(-hem / SPINE / 2, build.front[0] + hem * 0.04),
    onSpine(-hem / SPINE, build.front[0] + hem * 0.08),
  ]
  const neck = onSpine(1, side ? 0.02 : 0)
  const head = [neck[0] + up[0] * 0.74 + Math.sin(pose.nod) * 0.2, neck[1] + up[1] * 0.74]
  tube(onSpine(0.98, 0), head, 0.22, 0.2, mix(look.skin, '#8a4632', 0.22))
  sheet.fill(smooth(shell.map(place), true, 0.14), look.top)
  sheet.fill(
    smooth(
      [
        ...shell.slice(0, 6),
        onSpine(0.7, build.back[2] * 0.35),
        onSpine(0.3, build.back[1] * 0.25),
        onSpine(-hem / SPINE, build.back[0] * 0.3),
      ].map(place),
      true,
      0.14,
    ),
    mix(look.top, DUSK, 0.2),
  )
  if (look.apron !== undefined && view !== 'back') {
    const inner = side ? 0.05 : -0.5
    sheet.fill(
      smooth(
        [
          onSpine(-0.42, inner),
          onSpine(0.3, inner),
          onSpine(0.8, side ? 0.18 : -0.3),
          onSpine(0.8, side ? 0.44 : 0.3),
          onSpine(0.3, build.front[1] + 0.03),
          onSpine(-0.42, build.front[0] + 0.08),
        ].map(place),
        true,
        0.08,
      ),
      look.apron,
    )
  }
  if (look.headless !== true) drawHead(sheet, place, head, pose.nod, look, view)
  const nearHand = drawArm(pose.arms[0], side ? -0.04 : -build.armOut, front)
  return {
    nearHand,
    farHand,
    head: place(head),
    shoulder: place(onSpine(0.9, 0)),
    hip: place(hip),
    unit,
  }
}
