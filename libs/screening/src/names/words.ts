/**
 * How much a word of a name says about who is meant. Figures are proposed by us; they are data, so that they may be
 * tuned on the matches that people set aside.
 */
export const wordWeights = { name: 1, generic: 0.35, initial: 0.4, particle: 0.1, title: 0.05, form: 0.05 } as const;

export type WordClass = keyof typeof wordWeights;

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Courtesy, religion, rank: a list writes them, a partner does not. Also as they come out of Arabic script and Cyrillic. */
const titles = words(`
  mr mrs ms miss mx sir dame lord lady dr doctor docteur doktor prof professor professeur rev reverend
  m mme mlle monsieur madame mademoiselle me maitre senor senora don dona herr frau
  sheikh shaikh shaykh sheik cheikh shykh sayyid sayed seyyed syd haji hajji hadji hajj hj mullah mulla maulavi mawlawi maulana imam
  mufti ayatollah general gen colonel col major maj captain capt lieutenant lt commander sergeant
  eng engineer ing ustad ustadh hon president ministre minister gospodin gospozha tovarishch
`);

/** Small words between the words that carry the name. */
const particles = words(`
  al el ul ar as ad an at l d de del della di do dos das da du des la le les los las van von der den ter zu
  bin ibn ben bint ould of the for and und et y e o f fi w wa in im fur pour
`);

/** What kind of body, by law: it changes with the translation of the name. */
const forms = words(`
  ltd limited llc inc incorporated corp corporation co plc gmbh ag sa sarl sas bv nv oy ab as spa srl
  ooo oao zao pao ao tov ngo ong asbl vzw ev
`);

/**
 * Words that half of all organisations share, by what they mean: in some languages, and as they come out of other
 * scripts. The name changes with the translation, the meaning stays.
 */
const generic: Readonly<Record<string, readonly string[]>> = {
  association: words(`association associations assotsiatsiya society societe obshchestvo club asociacion verein xiehui
    jamiat jamiyat jamiya jamiyah jmyh jmyt`),
  charity: words(`charity charitable charities caritative caritatif bienfaisance benevolent blagotvoritelnyy blagotvoritelny
    khayriya khayriyya khayriyah khairiya khayri khyryh khyryt khyry`),
  foundation: words(`foundation fondation fundacion stiftung fond fund funds fonds trust endowment jijin jijinhui waqf wqf
    muassasa muassasat mwssh mwsst`),
  organisation: words('organization organisation organizatsiya organizacion munazzama munazamat munazzamat mnzmh mnzmt'),
  union: words('union federation federatsiya confederation soyuz ittihad ithd'),
  committee: words('committee comite council conseil komitet lajna lajnat ljnh ljnt'),
  group: words('group groupe grupo gruppa holding jituan majmua mjmwh'),
  company: words('company compagnie kompaniya enterprise enterprises entreprise firm gongsi sharika shrkh sharikat'),
  trade: words('trading trade commerce commercial maoyi tijara tjrh torgovlya'),
  services: words('services service industries industrial'),
  relief: words('relief aid aide secours solidarity solidarite assistance humanitarian humanitaire ighatha gthh jiuji'),
  development: words('development developpement razvitie tanmiya tnmyh fazhan'),
  centre: words('center centre markaz mrkz tsentr zhongxin institute institut institution'),
  network: words('network reseau set shabaka shbkh'),
  movement: words('movement mouvement dvizhenie front party haraka hrkh hizb hzb'),
  bank: words('bank banque banco masraf msrf'),
  health: words('health sante hospital hopital medical clinic clinique'),
  school: words('school ecole academy academie'),
  women: words('women femmes woman femme'),
  youth: words('youth jeunes jeunesse shabab shbb'),
  world: words('international internationale global world mondial mondiale national nationale regional regionale local'),
};

/** What a generic word means, whatever its language. */
const meanings = new Map(Object.entries(generic).flatMap(([meaning, list]) => list.map(word => [word, meaning] as const)));

const classes = new Map<string, WordClass>([
  ...[...meanings.keys()].map(word => [word, 'generic'] as const),
  ...forms.map(word => [word, 'form'] as const),
  ...titles.map(word => [word, 'title'] as const),
  ...particles.map(word => [word, 'particle'] as const),
]);

/** The meaning of a generic word, null for every other. */
export const meaningOf = (word: string): string | null => meanings.get(word) ?? null;

/** The class of a word in its plain spelling. A letter alone stands for a name that begins with it. */
export function classOf(word: string): WordClass {
  const known = classes.get(word);
  if (known !== undefined) return known;
  return word.length === 1 ? 'initial' : 'name';
}
