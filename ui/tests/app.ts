import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { devserverPath, DIST } from './paths';
import type { Commands, ShopDraft, StampRules } from '../src/lib/backend/bindings';

/** 21 November 2026, 10:00 in Budapest: a Saturday. */
export const NOW_MS = Date.UTC(2026, 10, 21, 9, 0);

export const SECOND_MS = 1_000;
export const DAY_MS = 86_400_000;

export interface AppOptions {
  /** Absent: no shop yet, the welcome wizard shows. */
  shop?: Partial<ShopDraft> | false;
  rules?: Partial<StampRules>;
  dark?: boolean;
  width?: number;
  height?: number;
  motion?: boolean;
  /** What follows the address of the page. */
  address?: string;
  /** What lies in the data folder before the app starts. */
  prepare?: (dataDir: string) => void;
}

/** One browser for each file of tests; every test has a context of its own. */
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

/** A window on a dev server with a data folder of its own. */
export class App {
  private constructor(
    readonly page: Page,
    private address: string,
    readonly dataDir: string,
    private readonly context: BrowserContext,
    private server: ChildProcess,
    /** What the page complained about. */
    readonly complaints: string[],
  ) {}

  static async open(options: AppOptions = {}): Promise<App> {
    const dataDir = mkdtempSync(join(tmpdir(), 'regulars-ui-'));
    options.prepare?.(dataDir);
    const { server, url } = await serve(dataDir);
    if (options.shop !== false) await createShop(url, options);
    browser ??= chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    const context = await (
      await browser
    ).newContext({
      viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
      colorScheme: options.dark ? 'dark' : 'light',
      reducedMotion: options.motion ? 'no-preference' : 'reduce',
      // The window never follows this; a test would show it if it did.
      locale: 'de-AT',
      timezoneId: 'Pacific/Auckland',
    });
    // As in the desktop window (`freezePrototype`).
    await context.addInitScript('Object.freeze(Object.prototype)');
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // A refused command is an HTTP 422, which the browser notes; nothing is wrong with it.
      const refusal = /status of 4\d\d/.test(message.text());
      if (message.type() === 'error' && !refusal) complaints.push(message.text());
    });
    const app = new App(page, url, dataDir, context, server, complaints);
    // A shop's page begins with the day's run, which must not meet a later clock of the test's.
    const begun = options.shop === false ? null : page.waitForResponse('**/api/daily_run');
    await page.goto(url + (options.address ?? ''));
    await begun;
    return app;
  }

  get url(): string {
    return this.address;
  }

  /** Ends the server and starts it again on the same data, at another address. */
  async restart(fragment = '') {
    await this.page.goto('about:blank');
    this.server.kill();
    const { server, url } = await serve(this.dataDir);
    this.server = server;
    this.address = url;
    await this.page.goto(url + fragment);
  }

  async close() {
    await this.context.close();
    this.server.kill();
    rmSync(this.dataDir, { recursive: true, force: true });
    if (this.complaints.length > 0) throw new Error(`The page said: ${this.complaints.join('\n')}`);
  }

  testid(id: string) {
    return this.page.getByTestId(id);
  }

  command<K extends keyof Commands>(name: K, request: Commands[K]['request']) {
    return post(this.url, `api/${name}`, request) as Promise<Commands[K]['response']>;
  }

  /** Moves the server's clock, as time at the counter passes. */
  async pass(advance_ms: number) {
    await post(this.url, '__test/clock', { advance_ms });
  }

  /** What the next file dialog answers. */
  async chooseFolderNext(path: string) {
    await post(this.url, '__test/choose_folder', { path });
  }

  async chooseFileNext(path: string) {
    await post(this.url, '__test/choose_file', { path });
  }

  async opened(): Promise<string[]> {
    const response = await fetch(`${this.url}__test/opened`);
    return ((await response.json()) as { paths: string[] }).paths;
  }

  async enrol(name: string, phone?: string) {
    return this.command('member_enrol', {
      request_id: crypto.randomUUID(),
      draft: { name, phone },
    });
  }

  async stamp(member_id: string, stamps: number, amount?: string) {
    await this.pass(10 * SECOND_MS);
    return this.command('visit_record', {
      request_id: crypto.randomUUID(),
      member_id,
      stamps,
      amount,
      confirmed: true,
    });
  }
}

async function serve(dataDir: string): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(
    devserverPath(),
    ['--port', '0', '--data-dir', dataDir, '--now', String(NOW_MS), '--dist', DIST],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/[\d.]+:\d+/.exec(said);
      if (found) resolve(`${found[0]}/`);
    });
    server.once('exit', (code) => reject(new Error(`the dev server ended (${code}): ${said}`)));
  });
  return { server, url };
}

async function createShop(url: string, options: AppOptions) {
  const shop: ShopDraft = {
    name: 'Kávézó Liget',
    kind: 'cafe',
    locale: 'en',
    currency: 'EUR',
    time_zone: 'Europe/Budapest',
    phone_region: null,
    ...(options.shop || {}),
  };
  const rules: StampRules = {
    name: 'Coffee card',
    stamps_required: 10,
    reward_name: 'Free coffee of any size',
    reward_cost_minor: 80,
    starter_stamps: 0,
    earn: { kind: 'per_item', min_spend_minor: 0 },
    daily_cap: null,
    stamp_lifetime: null,
    reward_lifetime: null,
    earn_on_reward_part: false,
    icon: 'cup',
    ...options.rules,
  };
  await post(url, 'api/shop_create', { request_id: crypto.randomUUID(), shop, rules });
}

async function post(url: string, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
