/** kc: the same core from a terminal. Each command is a file of this folder, loaded when asked for. */
const COMMANDS: Readonly<
  Record<
    string,
    { readonly load: () => Promise<{ run(args: string[]): Promise<number> }>; readonly about: string }
  >
> = {
  call: { load: () => import("./call.ts"), about: "gọi hàm KC.… từ NDJSON trên stdin" },
  check: { load: () => import("./check.ts"), about: "kiểm tra một tệp .xlsx" },
  explain: {
    load: () => import("./explain.ts"),
    about: "giải thích một ô: công thức, định mức, giá, điều luật",
  },
  template: { load: () => import("./template.ts"), about: "ghi sổ mẫu .xlsx" },
  book: { load: () => import("./book.ts"), about: "nhập, xuất bộ định mức và bảng giá riêng của sổ" },
  freeze: { load: () => import("./freeze.ts"), about: "đóng băng số liệu: thay công thức bằng giá trị" },
  unfreeze: { load: () => import("./unfreeze.ts"), about: "bỏ đóng băng: khôi phục công thức" },
  price: { load: () => import("./price.ts"), about: "tính đơn giá từ định mức và bảng giá riêng" },
  law: { load: () => import("./law.ts"), about: "liệt kê tham số pháp lý tại một ngày, căn cứ, độ cũ" },
  rules: { load: () => import("./rules.ts"), about: "liệt kê các quy tắc kiểm tra" },
  "verify-receipt": {
    load: () => import("./verify-receipt.ts"),
    about: "kiểm chữ ký của biên nhận, không cần mạng",
  },
  "verify-log": { load: () => import("./verify-log.ts"), about: "kiểm chuỗi băm của nhật ký" },
  recheck: { load: () => import("./recheck.ts"), about: "xét lại một hồ sơ đã lưu, so với biên nhận" },
  allocate: { load: () => import("./allocate.ts"), about: "chọn đề án trong ngân sách" },
};

function usage(): string {
  const lines = Object.entries(COMMANDS).map(([name, { about }]) => `  kc ${name.padEnd(14)} ${about}`);
  return `Cách dùng: kc LỆNH [tham số]\n${lines.join("\n")}\n`;
}

/** Exit codes: what the command says; 2 for an unknown command or wrong arguments. */
async function main(args: string[]): Promise<number> {
  const [name = "", ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    process.stderr.write(name === "" ? usage() : `Không có lệnh “${name}”.\n${usage()}`);
    return 2;
  }
  try {
    return await (await command.load()).run(rest);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
    process.stderr.write(`Tham số không đúng: ${(error as Error).message}\n${usage()}`);
    return 2;
  }
}

// A reader that has seen enough ("kc call | head") is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

export {};
