/** A quantity and, if one was asked for, a unit in; what a person would say and the exact figure out. */
import { fitted, type Measured } from './fit.ts';
import { naturalUnit } from './natural-unit.ts';
import { singular } from './nouns.ts';
import { type Quantity, sameDimensions, tidy } from './quantity.ts';
import { exactNumber, type NumberKind, spokenNumber } from './rounding.ts';
import { parseUnit, sizeOf, type UnitFactor, unitTextOf } from './unit-text.ts';
import { pluralUnit, unitWord } from './units.ts';

export interface Said {
  /** `≈ 1,160 writes/s`; the sign stands only where rounding lost something. */
  said: string;
  /** All digits: `1,157.40740741 writes/s`. */
  exact: string;
  /** The unit of `exact` and `value`: the one asked for, or a natural one. */
  unit: string;
  value: number;
}

/**
 * Says a quantity. Bytes and times change their prefix so that the number is within 1 to 999; with `fit: false` the
 * unit asked for is kept from 0.1 to 10,000. A unit that does not measure the quantity is ignored.
 */
export function say(quantity: Quantity, unitText?: string, options: { fit?: boolean } = {}): Said {
  const asked = unitText === undefined ? undefined : parseUnit(unitText);
  const suits = asked?.ok && sameDimensions(sizeOf(asked.value).dimensions, quantity.dimensions);
  const factors = suits ? asked.value : naturalUnit(quantity);
  const whole = { value: quantity.value / sizeOf(factors).value, factors };
  const kept = options.fit === false ? { from: 0.1, below: 10_000.5 } : { from: 1, below: 1000 };
  const near = fitted(whole, kept);
  const exact = suits ? whole : near;
  return {
    said: perMillion(near) ?? spoken(near),
    exact: withUnit(exactNumber(exact.value), exact.factors),
    unit: unitTextOf(exact.factors),
    value: tidy(exact.value),
  };
}

function spoken(measured: Measured): string {
  const number = spokenNumber(measured.value, kindOf(measured));
  return (number.rounded ? '≈ ' : '') + withUnit(number.text, measured.factors);
}

/** A tiny price is said by the million: `$0.40/million reads`. */
function perMillion({ value, factors }: Measured): string | undefined {
  const [lead, each, more] = factors;
  const tiny = value !== 0 && Math.abs(value) < 0.001;
  if (!tiny || lead === undefined || !isMoney(lead) || each?.power !== -1 || more !== undefined)
    return undefined;
  if (unitWord(each.word).family !== 'noun') return undefined;
  return `${spoken({ value: value * 1e6, factors: [lead] })}/million ${pluralUnit(each.word)}`;
}

function kindOf({ factors }: Measured): NumberKind {
  const lead = factors[0];
  if (lead === undefined) return 'ratio';
  if (lead.power !== 1) return 'plain';
  return lead.word === 'x' ? 'times' : lead.word === '%' ? 'percent' : isMoney(lead) ? 'money' : 'plain';
}

function isMoney({ word, power }: UnitFactor): boolean {
  return power === 1 && unitWord(word).family === 'money' && unitWord(word).value === 1;
}

/** `$0.02/GB`, `20%`, `3x`, `5/s`, `1 day`, `30 GB/day`. */
function withUnit(number: string, factors: readonly UnitFactor[]): string {
  const [lead, ...rest] = factors;
  if (lead === undefined) return number;
  if (isMoney(lead)) return number.replace(/^-?/, '$&$') + joined(unitTextOf(rest), rest);
  if (lead.power === 1 && unitWord(lead.word).family === 'share') {
    return number + (lead.word === '%' ? '%' : 'x') + joined(unitTextOf(rest), rest);
  }
  const lastOver = factors.findLastIndex((factor) => factor.power > 0);
  if (lastOver < 0) return number + unitTextOf(factors);
  const one = number === '1' || number === '-1';
  const spelled = factors.map((factor, index) =>
    index === lastOver ? { ...factor, word: spell(factor, one) } : factor,
  );
  return `${number} ${unitTextOf(spelled)}`;
}

/** What follows a sign such as `$`: nothing between it and a slash, a space before a word. */
function joined(text: string, rest: readonly UnitFactor[]): string {
  return rest.some((factor) => factor.power > 0) ? ` ${text}` : text;
}

/** Nouns and long words in singular or plural, symbols as they are: 43 minutes, 1 day, 5 ms. */
function spell({ word, power }: UnitFactor, one: boolean): string {
  const unit = unitWord(word);
  const inWords = unit.family === 'time' && unit.value !== 1 ? unit.written : word;
  const isWord =
    unit.family === 'noun' || /^(minute|hour|day|week|month|year|\w*second|byte|bit|cent)s?$/i.test(inWords);
  if (power !== 1) return word;
  if (!isWord) return inWords;
  return one ? singular(inWords) : pluralUnit(inWords);
}
