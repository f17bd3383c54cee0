import { BlockList, isIPv6 } from "node:net";

const reserved = new BlockList();
const ipv4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
];
const ipv6: readonly (readonly [string, number])[] = [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
];
for (const [network, bits] of ipv4) reserved.addSubnet(network, bits, "ipv4");
for (const [network, bits] of ipv6) reserved.addSubnet(network, bits, "ipv6");

/** Whether a network address is one of this machine or of its own network, which the public cannot see. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, "");
  return reserved.check(bare, isIPv6(bare) ? "ipv6" : "ipv4");
}
