// Runs a program as it is and writes to a file what it took: microseconds of the clock and of processors, kilobytes of
// memory at most. A process between the tests and the program: what is started by a large one counts its memory as its own.
//
// usage: MeasuredRun FILE PROGRAM ARGUMENT…
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static long long microseconds(struct timeval time) { return time.tv_sec * 1000000LL + time.tv_usec; }

int main(int count, char **arguments) {
  if (count < 3) return 64;
  struct timeval start, end;
  gettimeofday(&start, NULL);
  pid_t child = fork();
  if (child < 0) return 71;
  if (child == 0) {
    execv(arguments[2], arguments + 2);
    _exit(127);
  }
  int status;
  struct rusage usage;
  if (wait4(child, &status, 0, &usage) != child) return 71;
  gettimeofday(&end, NULL);
  long long kilobytes = usage.ru_maxrss;
#ifdef __APPLE__
  kilobytes /= 1024;
#endif
  FILE *file = fopen(arguments[1], "w");
  if (file == NULL) return 73;
  fprintf(file, "%lld %lld %lld\n", microseconds(end) - microseconds(start),
          microseconds(usage.ru_utime) + microseconds(usage.ru_stime), kilobytes);
  if (fclose(file) != 0) return 73;
  if (WIFSIGNALED(status)) {
    signal(WTERMSIG(status), SIG_DFL);
    raise(WTERMSIG(status));
  }
  return WEXITSTATUS(status);
}
