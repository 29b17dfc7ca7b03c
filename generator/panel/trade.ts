/** What trade a bio is of: who hires, coaches, counts or schedules names work that others do. */
import type { Sentence } from './sentences.ts';
import type { VisibleText } from './text.ts';

const roles =
  '(?:recruit(?:er|ers|ing|ment)(?: (?:partner|lead|manager|coordinator|specialist))?|sourcer|headhunter|talent (?:partner|acquisition|scout|lead|sourcer|manager|advisor|specialist|team)|(?:people|hr|human resources)(?: (?:&|and) \\w+)? (?:partner|business partner|ops|operations|team|lead|manager|director|generalist|specialist|person)|head of (?:people|hr|talent|recruiting|culture|finance|sales|marketing|legal|communications|workplace)|hrbp|(?:executive|personal|administrative|team|office|research) assistant|assistant to|(?:office|workplace|facilities|event|events|travel|community|account|sales|marketing|brand|communications|pr|procurement|payroll|program coordination) (?:manager|lead|director|coordinator|partner|executive)|chief of staff|(?:recruiting |interview |hiring |candidate |program )?coordinator|(?:agile|leadership|executive|career|life|team|communication|delivery) coach|scrum master|coach|(?:vp|vice president|director|head)(?: of|,)? (?:finance|people|sales|marketing|legal|hr|talent|communications|revenue)|cfo|chief (?:financial|people|revenue|marketing|legal|of staff)(?: officer)?|accountant|bookkeeper|financial (?:analyst|controller)|finance (?:lead|manager|partner|business partner|director|team)|controller of|treasurer|lawyer|(?:general |legal )counsel|attorney|paralegal|account executive|sales (?:engineer(?!ing)|rep|representative|person|development)|salesperson|salesman|saleswoman|copywriter|facilitator|psychologist|culture lead|belonging lead|learning and development|l&d|in (?:sales|hr|recruiting|marketing|finance|procurement|legal))';
const techniques =
  '(?:engineer|developer|architect|scientist|programmer|sre|researcher|administrator|designer|dba|technologist|lead on|works?|tools?|formerly|former|ex-|not|never|was|than|recovering)';
/** A role that builds for that trade is no such role: "engineer on recruiter search". */
const builtFor =
  '(?! (?:search|tools?|products?|platform|experience|software|systems?|apps?|infrastructure|engineering))';

const claimed = [
  // "I'm a senior technical recruiter", "she is our people partner", "works as an executive assistant"
  `\\b(?:i'm|i am|is|as|am|are|being|be|become|became|your|the|our|an?)\\s+(?:(?:an?|the|our|your|your friendly|one of (?:the|our))\\s+)?(?<inner>(?:[\\w&'-]+\\s+){0,3}?)${roles}\\b${builtFor}`,
  // "Technical Recruiter at …", "Name, HR business partner", "**Name** – Executive Assistant"
  `(?:^|[,·|–—:(-]\\s*|\\s{2,})(?<title>(?:[\\w&'-]+\\s+){0,3}?)${roles}\\b${builtFor}`,
  // "I work in sales"
  `\\b(?:work|works|working|worked|career|background)\\s+(?<work>)in\\s+(?:sales|hr|recruiting|marketing|finance|procurement|legal|human resources|people operations)\\b`,
].map((source) => new RegExp(source, 'gi'));

/** Words of the care for people, hiring and offices; several of them, and no building, make such a bio. */
const peopleWords =
  /\b(?:one-on-ones?|1:1s?|career (?:plans?|growth|paths?|ladders?|conversations?)|careers|feedback|performance (?:cycles?|reviews?)|hiring|headcount|morale|pay bands?|compensation|parental leave|psychological safety|belonging|culture|org(?:anization)? design|engagement surveys?|offsites?|calendars?|travel|visas?|relocation|payroll|invoices?|contracts? with vendors|coaching|mentor(?:ing|s|ship)?|promotions?|growing (?:people|engineers|leaders|managers)|grow(?:n|s)? (?:people|engineers|leaders|managers|\w+ people)|manag\w+ managers|retros?|retrospectives?|well-?being|burnout|onboarding|logistics|schedul(?:e|es|ing) (?:the )?(?:panel|interviews?|loops?)|audit(?:ors)? letters|investor|annual accounts|budgets?|negotiat\w+|conflict between people|offers?|candidates?|interview (?:loops?|process|day|panels?|training)|people(?: person| first|'s))\b/gi;
const hands =
  /\b(?:i|we|he|she|they|who|and) (?:still |also |personally |now |once |then |recently |have |has |'ve )?(?:built|wrote|designed|implemented|ship|shipped|operate|operated|maintain|maintained|code|coded|architected|debug|debugged|migrated|rewrote|run|runs|own|owns|ran)\b|\b(?:engineer|developer|architect|sre|hands-on|on[- ]call|pager|production)\b/;

/** Whether the bio is of one who hires, coaches, counts or schedules; it says so at the beginning. */
export function isOtherTrade(page: VisibleText, sentences: readonly Sentence[]): boolean {
  const said = sentences
    .slice(0, 5)
    .map(({ start, end }) => page.text.slice(start, end).replace(/[’‘]/g, "'").replace(/\s+/g, ' '));
  return said.some(claims) || speaksOfPeople(page.text);
}

function claims(sentence: string): boolean {
  return claimed.some((pattern) =>
    [...sentence.matchAll(pattern)].some((match) => {
      const before = sentence.slice(Math.max(0, match.index - 24), match.index);
      const inner = `${match.groups?.inner ?? ''}${match.groups?.title ?? ''}`;
      return !new RegExp(`\\b${techniques}\\b`, 'i').test(`${before} ${inner}`);
    }),
  );
}

const enoughPeople = 4;

function speaksOfPeople(text: string): boolean {
  const plain = text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ');
  const named = new Set(plain.match(peopleWords));
  return named.size >= enoughPeople && !hands.test(plain);
}
