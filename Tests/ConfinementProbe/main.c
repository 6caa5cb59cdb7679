#define _GNU_SOURCE
// Does, inside the confinement of chaperone-pictures, what a hostile picture would have its decoder do, and prints one line
// for each: its name, and what the kernel answered.
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "VipsPictures.h"

static void says(const char *name, long answer) {
    printf("%s %s\n", name, answer >= 0 ? "done" : errno == EACCES ? "refused" : strerror(errno));
}

static void *nothing(void *given) { return given; }

int main(int count, char **words) {
    if (picture_begin((size_t)2 << 30, 30) || picture_confine()) return 1;
    const char *file = count > 1 ? words[1] : "/etc/passwd";
    says("open", open(file, O_RDONLY));
    says("create", open(file, O_WRONLY | O_CREAT, 0600));
    says("delete", unlink(file));
    says("rename", rename(file, "/tmp/renamed"));
    says("socket", socket(AF_INET, SOCK_STREAM, 0));
    says("local-socket", socket(AF_UNIX, SOCK_STREAM, 0));
    says("process", syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0));
    says("program", execl("/bin/true", "true", (char *)NULL));
    says("signal", kill(getppid(), 0));
    struct rlimit limit;
    says("limits-of-another", prlimit(getppid(), RLIMIT_CPU, NULL, &limit));
    void *room = malloc((size_t)3 << 30);
    printf("memory %s\n", room ? "done" : "refused");
    pthread_t thread;
    printf("thread %s\n", pthread_create(&thread, NULL, nothing, NULL) == 0 ? "done" : "refused");
    fflush(stdout);
    picture_hurry(1);
    for (;;) {
    }
}
