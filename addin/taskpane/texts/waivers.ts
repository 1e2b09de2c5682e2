/** Sentences about rules the Ministry has waived. */
export const waiverVi = {
  word: "Được miễn",
  waived: (reason: string, people: string, on: string) => `Được miễn: ${reason} (${people}, ${on})`,
  states: {
    proposed: (rule: string) => `Đề nghị miễn ${rule}, chờ người thứ hai`,
    granted: (rule: string) => `Được miễn ${rule}`,
    refused: (rule: string) => `Không đồng ý miễn ${rule}`,
    revoked: (rule: string) => `Đã thu hồi việc miễn ${rule}`,
  },
};

export const waiverEn: typeof waiverVi = {
  word: "Waived",
  waived: (reason, people, on) => `Waived: ${reason} (${people}, ${on})`,
  states: {
    proposed: (rule) => `Waiver of ${rule} proposed, waits for a second person`,
    granted: (rule) => `${rule} waived`,
    refused: (rule) => `Waiver of ${rule} refused`,
    revoked: (rule) => `Waiver of ${rule} revoked`,
  },
};
