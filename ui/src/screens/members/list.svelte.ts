import { SvelteMap } from 'svelte/reactivity';
import {
  call,
  type MemberFilter,
  type MemberQuery,
  type MemberRow,
  type MemberSort,
} from '$lib/backend';
import { errorText } from '$lib/errors';

export type FilterKind = MemberFilter['kind'];

const PAGE_ROWS = 200;
/** Pages kept of a long list; those far from the eye are let go. */
const MOST_PAGES = 40;
const SEARCH_AFTER_MS = 140;
/** So many can be selected at once; the Cards screen prints all without a selection. */
export const MOST_SELECTED = 2_000;
const LARGEST_PAGE = 500;

/** The list of members. It outlives the screen, so that coming back finds it as it was. */
class MemberList {
  search = $state('');
  filter = $state<FilterKind>('active');
  notSeenDays = $state(60);
  sort = $state<MemberSort>('last_visit');
  descending = $state(true);

  /** How many match; null before the first answer. */
  total = $state<number | null>(null);
  failed = $state<string | null>(null);
  /** The row the keyboard is on. */
  cursor = $state(0);
  /** Chosen members, by id, with their names. */
  readonly selected = new SvelteMap<string, string>();
  /** Counts the questions asked: a new one starts at its top. */
  question = $state(0);

  readonly #pages = new SvelteMap<number, readonly MemberRow[]>();
  #fresh = new Set<number>();
  #round = 0;
  #inSight = { first: 0, last: 0 };
  #fetching = false;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  get isFiltered(): boolean {
    return this.search.trim() !== '' || this.filter !== 'active';
  }

  row(index: number): MemberRow | undefined {
    return this.#pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** The search is being typed. */
  type(text: string) {
    this.search = text;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => this.#ask(), SEARCH_AFTER_MS);
  }

  filterBy(filter: FilterKind) {
    this.filter = filter;
    this.#ask();
  }

  notSeenFor(days: number) {
    this.notSeenDays = days;
    this.#ask();
  }

  /** Sorts by a column; the same column again turns the order round. */
  sortBy(sort: MemberSort) {
    this.descending = sort === this.sort ? !this.descending : sort !== 'name';
    this.sort = sort;
    this.#ask();
  }

  showAll() {
    this.search = '';
    this.filterBy('active');
  }

  #ask() {
    clearTimeout(this.#searchTimer);
    this.cursor = 0;
    this.question += 1;
    this.#inSight = { first: 0, last: 0 };
    this.refresh();
  }

  /** Reads again what is in sight; until it is there, what was read before stays. */
  refresh() {
    this.#round += 1;
    this.#fresh = new Set();
    void this.#fetch();
  }

  /** These rows are in sight: what is missing of them is fetched. */
  show(first: number, last: number) {
    this.#inSight = { first, last };
    void this.#fetch();
  }

  /** One page after the other, always one that is in sight by then. */
  async #fetch() {
    if (this.#fetching) return;
    this.#fetching = true;
    try {
      for (let page = this.#missing(); page !== undefined; page = this.#missing()) {
        await this.#load(page);
      }
      this.failed = null;
    } catch (thrown) {
      this.failed = errorText(thrown);
    } finally {
      this.#fetching = false;
    }
  }

  #missing(): number | undefined {
    const first = Math.floor(this.#inSight.first / PAGE_ROWS);
    const last = Math.floor(this.#inSight.last / PAGE_ROWS);
    for (let page = first; page <= last; page += 1) {
      const exists = page === 0 || this.total === null || page * PAGE_ROWS < this.total;
      if (exists && !this.#fresh.has(page)) return page;
    }
    return undefined;
  }

  async #load(page: number) {
    const round = this.#round;
    const { rows, total } = await call('members_list', this.#query(page * PAGE_ROWS, PAGE_ROWS));
    if (round !== this.#round) return;
    if (this.#fresh.size === 0) this.#pages.clear();
    this.#fresh.add(page);
    this.#pages.set(page, rows);
    this.total = total;
    this.cursor = Math.min(this.cursor, Math.max(0, total - 1));
    this.#letGo(page);
  }

  #letGo(near: number) {
    if (this.#pages.size <= MOST_PAGES) return;
    const farthest = [...this.#pages.keys()].sort(
      (one, other) => Math.abs(other - near) - Math.abs(one - near),
    )[0]!;
    this.#pages.delete(farthest);
    this.#fresh.delete(farthest);
  }

  #query(offset: number, limit: number): MemberQuery {
    const filter: MemberFilter =
      this.filter === 'not_seen'
        ? { kind: 'not_seen', days: this.notSeenDays }
        : { kind: this.filter };
    const { search, sort, descending } = this;
    return { search, filter, sort, descending, offset, limit };
  }

  toggle(row: MemberRow) {
    if (this.selected.delete(row.id)) return;
    if (this.selected.size < MOST_SELECTED) {
      this.selected.set(row.id, row.name || row.phone_display || '');
    }
  }

  get canSelectAll(): boolean {
    return this.total !== null && this.total > 0 && this.total <= MOST_SELECTED;
  }

  /** Selects everybody the list shows, also those not scrolled to yet. */
  async selectAll() {
    if (!this.canSelectAll) return;
    const total = this.total ?? 0;
    const found: MemberRow[] = [];
    for (let offset = 0; offset < total; offset += LARGEST_PAGE) {
      found.push(...(await call('members_list', this.#query(offset, LARGEST_PAGE))).rows);
    }
    this.selected.clear();
    for (const row of found) this.toggle(row);
  }
}

export const members = new MemberList();
