// A seccomp filter for workers, as classic BPF bytes for `bwrap --seccomp FD`: what a worker never needs, it may not ask.
// No new processes (threads only, so a fork bomb has no first fork), no sockets, no namespaces, no tracing, no anonymous
// files, shared segments and queues outside its measured memory. Layout of the program: seccomp(2), linux/seccomp.h, linux/bpf_common.h.

const errno = { EPERM: 1, ENOSYS: 38 } as const;
const action = { allow: 0x7fff0000, kill: 0x80000000, error: (code: number) => 0x00050000 | code } as const;
const op = { load: 0x20, jumpEqual: 0x15, jumpGreaterEqual: 0x35, jumpSet: 0x45, return: 0x06 } as const;
/** Offsets into struct seccomp_data. */
const at = { number: 0, architecture: 4, argument0: 16 } as const;
/** clone(2): the new task shares its parent's thread group. */
const CLONE_THREAD = 0x0001_0000;

interface Architecture {
  readonly audit: number;
  readonly clone: number;
  readonly clone3: number;
  readonly denied: { readonly [name: string]: number };
}

/** Numbers from asm/unistd_64.h and asm-generic/unistd.h. */
const architectures: { readonly [arch: string]: Architecture } = {
  x64: {
    audit: 0xc000003e,
    clone: 56,
    clone3: 435,
    denied: {
      shmget: 29,
      socket: 41,
      connect: 42,
      bind: 49,
      listen: 50,
      socketpair: 53,
      fork: 57,
      vfork: 58,
      semget: 64,
      msgget: 68,
      ptrace: 101,
      personality: 135,
      pivot_root: 155,
      chroot: 161,
      acct: 163,
      mount: 165,
      umount2: 166,
      swapon: 167,
      reboot: 169,
      init_module: 175,
      quotactl: 179,
      mq_open: 240,
      kexec_load: 246,
      add_key: 248,
      request_key: 249,
      keyctl: 250,
      unshare: 272,
      perf_event_open: 298,
      open_by_handle_at: 304,
      setns: 308,
      process_vm_readv: 310,
      process_vm_writev: 311,
      finit_module: 313,
      memfd_create: 319,
      kexec_file_load: 320,
      bpf: 321,
      userfaultfd: 323,
      io_uring_setup: 425,
      open_tree: 428,
      move_mount: 429,
      fsopen: 430,
      pidfd_getfd: 438,
      mount_setattr: 442,
      memfd_secret: 447,
    },
  },
  arm64: {
    audit: 0xc00000b7,
    clone: 220,
    clone3: 435,
    denied: {
      umount2: 39,
      mount: 40,
      pivot_root: 41,
      chroot: 51,
      quotactl: 60,
      acct: 89,
      personality: 92,
      unshare: 97,
      kexec_load: 104,
      init_module: 105,
      ptrace: 117,
      reboot: 142,
      mq_open: 180,
      msgget: 186,
      semget: 190,
      shmget: 194,
      socket: 198,
      socketpair: 199,
      bind: 200,
      listen: 201,
      connect: 203,
      add_key: 217,
      request_key: 218,
      keyctl: 219,
      swapon: 224,
      perf_event_open: 241,
      open_by_handle_at: 265,
      setns: 268,
      process_vm_readv: 270,
      process_vm_writev: 271,
      finit_module: 273,
      memfd_create: 279,
      bpf: 280,
      userfaultfd: 282,
      kexec_file_load: 294,
      io_uring_setup: 425,
      open_tree: 428,
      move_mount: 429,
      fsopen: 430,
      pidfd_getfd: 438,
      mount_setattr: 442,
      memfd_secret: 447,
    },
  },
};

/** What is answered with EPERM, by name. */
export const deniedCalls = (arch: string = process.arch): { readonly [name: string]: number } =>
  architectures[arch]?.denied ?? {};

/** The filter's bytes, or null on a processor for which we have no table: the other walls then stand alone. */
export function seccompFilter(arch: string = process.arch): Uint8Array | null {
  const known = architectures[arch];
  if (!known) return null;
  const program: (readonly [code: number, ifTrue: number, ifFalse: number, value: number])[] = [
    [op.load, 0, 0, at.architecture],
    [op.jumpEqual, 1, 0, known.audit],
    [op.return, 0, 0, action.kill],
    [op.load, 0, 0, at.number],
  ];
  // x32 calls carry this bit and would pass a list of ordinary numbers.
  if (arch === "x64") program.push([op.jumpGreaterEqual, 0, 1, 0x4000_0000], [op.return, 0, 0, action.kill]);
  for (const number of Object.values(known.denied)) {
    program.push([op.jumpEqual, 0, 1, number], [op.return, 0, 0, action.error(errno.EPERM)]);
  }
  // clone3 passes its flags behind a pointer, where a filter cannot look: libc then falls back to clone.
  program.push([op.jumpEqual, 0, 1, known.clone3], [op.return, 0, 0, action.error(errno.ENOSYS)]);
  program.push(
    [op.jumpEqual, 0, 3, known.clone],
    [op.load, 0, 0, at.argument0],
    [op.jumpSet, 1, 0, CLONE_THREAD],
    [op.return, 0, 0, action.error(errno.EPERM)],
    [op.return, 0, 0, action.allow],
  );
  const bytes = new Uint8Array(program.length * 8);
  const view = new DataView(bytes.buffer);
  program.forEach(([code, ifTrue, ifFalse, value], index) => {
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, ifTrue);
    view.setUint8(index * 8 + 3, ifFalse);
    view.setUint32(index * 8 + 4, value >>> 0, true);
  });
  return bytes;
}
