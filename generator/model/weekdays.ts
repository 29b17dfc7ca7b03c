/** Days of the week as they are spelled in files. Apart from the schemas, so that the page can have them without zod. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
