/* Loaded before the C library into a process under test (LD_PRELOAD): counts what the process makes durable,
 * sends and receives, and ends the process with SIGKILL at the point a shared page names.
 *
 * CHAOS_PAGE     a file of one struct page, mapped shared with the player
 * CHAOS_STORE    what the name of the durable file ends with (a journal is one fsync of it)
 * CHAOS_GATEWAY  a TCP port: what is written to it is a request, what is first read after that its answer; in
 *                the process that serves the port, what is read is the request
 * CHAOS_PRINTER  a TCP port: only IPP Print-Job (operation 0x0002, RFC 8011 5.4.15) and its answer count
 * CHAOS_CARDS    what the name of the card service's socket ends with: a command to the card counts (pcsc-lite's
 *                winscard_msg.h: eight bytes of header, the second word is SCARD_TRANSMIT, 0x09), and its answer
 *
 * Side 0 is before the point. Side 1 is after it: for what was sent or made durable as soon as the call returns,
 * for an answer at the next call counted here, when the program has seen the answer and begins what follows.
 * With ``lossy`` set, what was written to the store and not yet made durable is taken back first, as a plug
 * pulled takes it. ``fault`` is an errno: the first write towards the journal entry at the point fails
 * with it, once, and nobody is killed. With ``hold`` the process is not ended but stands still at the point, until
 * the player, who kills another process meanwhile, sets ``held`` to 0 again, or a minute has passed.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <unistd.h>

enum kind { JOURNAL, REQUEST, ANSWER, PRINT, PRINTED, CARD, TOLD, KINDS };
struct page {
  uint32_t armed, kind, left, side, lossy, fault, hold, held, counted[KINDS];
};
struct undo {
  struct undo *next;
  int fd;
  off_t offset, size;
  size_t length;
  char old[];
};

static struct page *page;
static const char *store = "", *cards = "";
static int gateway, printer;
static int dying;                     /* an answer was the point: the next call ends the process */
static char awaits[4096];             /* by descriptor: what comes next, ANSWER, PRINTED or TOLD, else 0 */
static struct undo *undone;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int (*real_fsync)(int), (*real_fdatasync)(int), (*real_ftruncate)(int, off_t), (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t), (*real_read)(int, void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_send)(int, const void *, size_t, int), (*real_recv)(int, void *, size_t, int);
static ssize_t (*real_sendmsg)(int, const struct msghdr *, int);

static void resolve(void) {
  if (real_sendmsg) return;
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_write = dlsym(RTLD_NEXT, "write");
  real_read = dlsym(RTLD_NEXT, "read");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_send = dlsym(RTLD_NEXT, "send");
  real_recv = dlsym(RTLD_NEXT, "recv");
  real_sendmsg = dlsym(RTLD_NEXT, "sendmsg");
}

__attribute__((constructor)) static void begin(void) {
  resolve(); /* and in every call below: other libraries begin before this one */
  const char *told = getenv("CHAOS_PAGE");
  int fd = told ? open(told, O_RDWR | O_CLOEXEC) : -1;
  if (fd < 0) return;
  void *found = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (found == MAP_FAILED) return;
  if ((told = getenv("CHAOS_STORE"))) store = told;
  if ((told = getenv("CHAOS_GATEWAY"))) gateway = atoi(told);
  if ((told = getenv("CHAOS_PRINTER"))) printer = atoi(told);
  if ((told = getenv("CHAOS_CARDS"))) cards = told;
  unsetenv("LD_PRELOAD"); /* what this process starts is not under test */
  page = found;
}

static int is_store(int fd) {
  char link[64], path[4096];
  if (!*store) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, store) != NULL;
}

static int ends_with(const char *text, const char *end) {
  size_t has = strlen(text), wants = strlen(end);
  return wants && has >= wants && !strcmp(text + has - wants, end);
}

/* Whether this is the header of a command to the card. */
static int to_card(int fd, const void *data, size_t length) {
  struct sockaddr_un at = {0};
  socklen_t size = sizeof at - 1;
  uint32_t header[2];
  if (!*cards || length != sizeof header) return 0;
  memcpy(header, data, sizeof header);
  if (header[1] != 0x09 || getpeername(fd, (struct sockaddr *)&at, &size)) return 0;
  return at.sun_family == AF_UNIX && ends_with(at.sun_path, cards);
}

static off_t size_of(int fd) {
  struct stat found;
  return fstat(fd, &found) ? 0 : found.st_size;
}

static int port_of(int (*ask)(int, struct sockaddr *, socklen_t *), int fd) {
  struct sockaddr_storage at;
  socklen_t length = sizeof at;
  if (ask(fd, (struct sockaddr *)&at, &length)) return 0;
  if (at.ss_family == AF_INET) return ntohs(((struct sockaddr_in *)&at)->sin_port);
  if (at.ss_family == AF_INET6) return ntohs(((struct sockaddr_in6 *)&at)->sin6_port);
  return 0;
}

static void stand_still(void) {
  page->hold = 0;
  page->held = 1;
  for (int each = 0; page->held && each < 6000; each++) usleep(10000);
}

static void pull_the_plug(void) {
  dying = 0;
  if (page->hold) return stand_still();
  if (page->lossy) {
    pthread_mutex_lock(&lock);
    for (struct undo *each = undone; each; each = each->next) {
      if (each->length) real_pwrite(each->fd, each->old, each->length, each->offset);
      real_ftruncate(each->fd, each->size);
    }
  }
  syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  for (;;) pause();
}

/* Whether the point that is armed is this one; counts the point when its first side passes. */
static int hit(enum kind kind, uint32_t side) {
  if (side == 0) __sync_fetch_and_add(&page->counted[kind], 1);
  if (!page->armed || page->kind != kind || page->side != side) return 0;
  if (__sync_sub_and_fetch(&page->left, 1)) return 0;
  page->armed = 0;
  return !page->fault;
}

static void passes(enum kind kind, uint32_t side) {
  if (dying) pull_the_plug();
  if (hit(kind, side)) pull_the_plug();
}

static int durable(int fd, int (*real)(int)) {
  int ours = page && is_store(fd);
  if (ours) passes(JOURNAL, 0);
  int result = real(fd);
  int failed = errno;
  if (ours && result == 0) {
    pthread_mutex_lock(&lock);
    for (struct undo **each = &undone; *each;) {
      struct undo *one = *each;
      if (one->fd == fd) {
        *each = one->next;
        free(one);
      } else {
        each = &one->next;
      }
    }
    pthread_mutex_unlock(&lock);
    passes(JOURNAL, 1);
  }
  errno = failed;
  return result;
}

int fsync(int fd) { return resolve(), durable(fd, real_fsync); }
int fdatasync(int fd) { return resolve(), durable(fd, real_fdatasync); }

/* Keeps what a write is about to replace. Returns an errno in place of the write where the player wants one. */
static int before_stored(int fd, off_t offset, size_t length) {
  if (page->fault && page->armed && page->kind == JOURNAL && page->left == 1) {
    int failed = (int)page->fault;
    page->armed = page->fault = 0;
    return failed;
  }
  if (!page->lossy) return 0;
  off_t size = size_of(fd);
  struct undo *one = malloc(sizeof *one + length);
  if (!one) return 0;
  ssize_t had = pread(fd, one->old, length, offset);
  *one = (struct undo){.fd = fd, .offset = offset, .size = size, .length = had > 0 ? (size_t)had : 0};
  pthread_mutex_lock(&lock);
  one->next = undone;
  undone = one;
  pthread_mutex_unlock(&lock);
  return 0;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
  resolve();
  if (page && is_store(fd)) {
    int failed = before_stored(fd, offset, length);
    if (failed) return errno = failed, -1;
  }
  return real_pwrite(fd, data, length, offset);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return pwrite64(fd, data, length, offset);
}
int ftruncate64(int fd, off_t size) {
  resolve();
  if (page && page->lossy && is_store(fd)) {
    off_t before = size_of(fd);
    if (size < before) before_stored(fd, size, (size_t)(before - size));
  }
  return real_ftruncate(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* What is about to be sent: REQUEST, ANSWER, PRINT, CARD, or KINDS for what does not count. */
static enum kind sending(int fd, const void *data, size_t length) {
  if (!page || fd < 0 || fd >= (int)sizeof awaits) return KINDS;
  if (to_card(fd, data, length)) {
    awaits[fd] = TOLD;
    return CARD;
  }
  int there = port_of(getpeername, fd);
  if (!there) return KINDS;
  if (gateway && port_of(getsockname, fd) == gateway) {
    enum kind owed = awaits[fd] ? ANSWER : KINDS;
    awaits[fd] = 0;
    return owed;
  }
  if (gateway && there == gateway) {
    if (awaits[fd]) return KINDS; /* the rest of the same request */
    awaits[fd] = ANSWER;
    return REQUEST;
  }
  static const char *const print_job[] = {"\2\0\0\2", "\1\1\0\2"};
  size_t looked = length < 4096 ? length : 4096;
  for (int each = 0; printer && there == printer && each < 2; each++) {
    if (!memmem(data, looked, print_job[each], 4)) continue;
    awaits[fd] = PRINTED;
    return PRINT;
  }
  return KINDS;
}

static void received(int fd, ssize_t length) {
  if (!page || length <= 0 || fd < 0 || fd >= (int)sizeof awaits) return;
  enum kind kind = awaits[fd];
  if (gateway && port_of(getsockname, fd) == gateway) {
    if (awaits[fd]) return; /* the rest of the same request */
    awaits[fd] = ANSWER;
    kind = REQUEST;
  } else {
    if (!awaits[fd]) return;
    awaits[fd] = 0;
  }
  passes(kind, 0);
  if (hit(kind, 1)) dying = 1;
}

/* What comes next on a number that is given out again is another's. */
int close(int fd) {
  resolve();
  if (fd >= 0 && fd < (int)sizeof awaits) awaits[fd] = 0;
  return real_close(fd);
}

ssize_t send(int fd, const void *data, size_t length, int flags) {
  resolve();
  enum kind kind = sending(fd, data, length);
  if (kind != KINDS) passes(kind, 0);
  ssize_t result = real_send(fd, data, length, flags);
  if (kind != KINDS && result >= 0) passes(kind, 1);
  return result;
}
ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  resolve();
  enum kind kind = KINDS;
  char start[4096];
  size_t filled = 0;
  if (page)
    for (size_t each = 0; each < message->msg_iovlen && filled < sizeof start; each++) {
      size_t some = message->msg_iov[each].iov_len;
      if (some > sizeof start - filled) some = sizeof start - filled;
      memcpy(start + filled, message->msg_iov[each].iov_base, some);
      filled += some;
    }
  kind = sending(fd, start, filled);
  if (kind != KINDS) passes(kind, 0);
  ssize_t result = real_sendmsg(fd, message, flags);
  if (kind != KINDS && result >= 0) passes(kind, 1);
  return result;
}
ssize_t write(int fd, const void *data, size_t length) {
  resolve();
  if (!page) return real_write(fd, data, length);
  if (is_store(fd)) {
    int failed = before_stored(fd, lseek(fd, 0, SEEK_CUR), length);
    if (failed) return errno = failed, -1;
    return real_write(fd, data, length);
  }
  enum kind kind = sending(fd, data, length);
  if (kind != KINDS) passes(kind, 0);
  ssize_t result = real_write(fd, data, length);
  if (kind != KINDS && result >= 0) passes(kind, 1);
  return result;
}
ssize_t recv(int fd, void *data, size_t length, int flags) {
  resolve();
  ssize_t result = real_recv(fd, data, length, flags);
  int failed = errno;
  if (!(flags & MSG_PEEK)) received(fd, result);
  errno = failed;
  return result;
}
ssize_t read(int fd, void *data, size_t length) {
  resolve();
  ssize_t result = real_read(fd, data, length);
  int failed = errno;
  received(fd, result);
  errno = failed;
  return result;
}
