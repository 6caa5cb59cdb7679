import NIOCore
import NIOHTTPTypes

/// Closes a connection whose next request does not come: one that sends a byte now and then is never idle, and a
/// thousand of them would keep everybody else out.
///
/// The head of a request has to come within a time, from the connection's beginning or from when the answer before had
/// gone out. While the rest of it comes, each such time has to bring its share of it. While an answer is being made nothing
/// is asked.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private static let time = TimeAmount.seconds(BodyPace.seconds)

    private var context: ChannelHandlerContext?
    private var check: Scheduled<Void>?
    private var isReading = false
    /// Requests whose head has come and whose answer has not gone out.
    private var unanswered = 0
    private var pace = BodyPace()

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        if context.channel.isActive { waitForHead() }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        check?.cancel()
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        waitForHead()
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        check?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            isReading = true
            unanswered += 1
            pace = BodyPace()
            waitForBody()
        case .body(let bytes): pace.received += bytes.readableBytes
        case .end:
            isReading = false
            check?.cancel()
            waitForHead()
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let gone = promise ?? context.eventLoop.makePromise(of: Void.self)
        gone.futureResult.assumeIsolated().whenComplete { [weak self] _ in
            self?.unanswered -= 1
            self?.waitForHead()
        }
        context.write(data, promise: gone)
    }

    private func waitForHead() {
        guard !isReading, unanswered == 0 else { return }
        after(Self.time) { [weak self] in self?.close() }
    }

    private func waitForBody() {
        after(Self.time) { [weak self] in
            guard let self, pace.isKept() else {
                self?.close()
                return
            }
            waitForBody()
        }
    }

    private func after(_ time: TimeAmount, _ act: @escaping () -> Void) {
        check?.cancel()
        check = context?.eventLoop.assumeIsolated().scheduleTask(in: time, act)
    }

    private func close() { context?.close(promise: nil) }
}
