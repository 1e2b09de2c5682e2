/**
 * Runs before every npm script: a fresh clone needs no other command. Plain Node 20 and nothing from node_modules,
 * because this is what fills node_modules. With `--run` only what running the product takes is installed
 * (package.json's dependencies), so that a first start is quick; checks and tests install the rest. Everything it says goes to stderr, so that stdout belongs to the command.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./lib/chromium.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} text */
const say = (text) => void process.stderr.write(`${text}\n`);

/**
 * stdout of the child is sent to our stderr.
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const shell = process.platform === "win32" && !command.endsWith(".exe");
  return spawnSync(command, [...args], { cwd: root, stdio: ["ignore", 2, 2], shell }).status === 0;
}

const onlyRun = process.argv.includes("--run");

/** npm's own list of what it put into node_modules says whether the packages of the tests are among them. */
function installed() {
  const done = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(done) || statSync(done).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs)
    return false;
  return onlyRun || "node_modules/vitest" in JSON.parse(readFileSync(done, "utf8")).packages;
}

function install() {
  if (installed()) return;
  say("Đang cài các gói cần dùng (npm ci), khoảng một phút… / Installing packages…");
  const npm = process.env["npm_execpath"];
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error", ...(onlyRun ? ["--omit=dev"] : [])];
  const ok = npm ? run(process.execPath, [npm, ...args]) : run("npm", args);
  if (!ok) {
    say("npm ci không chạy được; xem dòng lỗi ở trên. / npm ci failed; see above.");
    process.exit(1);
  }
}

function installBrowser() {
  if (findChromium()) return;
  const root = process.getuid?.() === 0;
  if (process.platform !== "linux" || !root || !existsSync("/usr/bin/apt-get")) {
    say(
      "Không có Chromium và không tự cài được: kiểm thử trong trình duyệt sẽ bị bỏ qua (đặt CHROMIUM=đường/dẫn).",
    );
    say("No Chromium and no way to install it: browser tests will be skipped (or set CHROMIUM=path).");
    return;
  }
  say("Đang cài Chromium của Debian… / Installing Debian's chromium…");
  process.env["DEBIAN_FRONTEND"] = "noninteractive";
  const ok =
    run("apt-get", ["update", "-qq"]) &&
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  if (!ok)
    say("Không cài được Chromium: kiểm thử trong trình duyệt sẽ bị bỏ qua. / Browser tests will be skipped.");
}

install();
if (process.argv.includes("--browser")) installBrowser();
