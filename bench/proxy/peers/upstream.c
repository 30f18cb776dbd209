// The cheapest backend: HTTP/1.1 with keep-alive, one thread, 30 bytes of JSON for whatever is
// asked. Requests must have no body. A dearer one would be the bottleneck of the comparison.
//   cc -O2 -o upstream upstream.c && ./upstream PORT
#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static const char answer[] =
    "HTTP/1.1 200 OK\r\n"
    "Server: upstream\r\n"
    "Content-Type: application/json\r\n"
    "Content-Length: 30\r\n"
    "Connection: keep-alive\r\n"
    "\r\n"
    "{\"message\":\"hello\",\"n\":123456}";

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  int on = 1;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  int bound = bind(listener, (struct sockaddr *)&address, sizeof address);
  if (bound != 0 || listen(listener, 4096) != 0) exit(1);
  return listener;
}

static void watch(int epoll, int socket) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = socket};
  epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

static void accept_all(int epoll, int listener) {
  int client, on = 1;
  while ((client = accept4(listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    watch(epoll, client);
  }
}

static void serve(int client) {
  static char buffer[65536];
  ssize_t size = read(client, buffer, sizeof buffer);
  int ended = size >= 4 && memcmp(buffer + size - 4, "\r\n\r\n", 4) == 0;
  if (size <= 0 || (ended && write(client, answer, sizeof answer - 1) < 0)) close(client);
}

int main(int count, char **arguments) {
  if (count != 2) return 2;
  int listener = listen_on(atoi(arguments[1]));
  int epoll = epoll_create1(0);
  struct epoll_event events[512];
  watch(epoll, listener);
  for (;;) {
    int ready = epoll_wait(epoll, events, 512, -1);
    for (int index = 0; index < ready; index++) {
      int socket = events[index].data.fd;
      if (socket == listener) accept_all(epoll, listener);
      else serve(socket);
    }
  }
}
