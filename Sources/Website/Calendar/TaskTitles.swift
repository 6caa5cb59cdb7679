import Governance

/// What a task is called where anybody may look over a shoulder: by its kind, without a name or the words of a post.
enum TaskTitles {
    static func title(_ kind: NewTask.Kind) -> String? { titles[kind] }

    private static let titles: [NewTask.Kind: String] = [
        .lookAtRefusedUser: "Has someone left? Look at who can sign in",
        .findLeaversUser: "Does somebody who left the roll still sign in?",
        .decidePost: "Decide on a post", .releaseFinding: "Release or refuse what the policy holds",
        .changePost: "Change a post that came back", .answerNote: "Answer a note on a post",
        .publishByHand: "Publish a post", .closeReplies: "Close the replies to a post",
        .reconnectAccount: "Connect an account to its network again", .giveSecondOpinion: "Give a second opinion",
        .lookAtStoppedPost: "Look at a post that was stopped", .takeDown: "Take a post down",
        .adviseOnMistake: "Give advice on a mistake that was reported",
        .chaseTakedown: "See that a post comes down", .reviewPost: "Is a post still right?",
        .decideAccount: "Decide on an account that is asked for", .openAccount: "Open an account",
        .tellAccount: "Tell an account’s address before it goes live",
        .checkAccount: "Look at a new account for the first time", .reviewAccount: "Is an account still needed?",
        .orderAccount: "Bring an account into order", .allowLook: "May somebody see an account’s log-in details?",
        .confirmOnePerson: "May one person alone look at log-in details again?",
        .lodgeLogin: "Lodge an account’s log-in details", .changeLogin: "Change an account’s password",
        .handOverAccount: "Hand an account over", .findOperator: "Find another person to run an account",
        .settleApplication: "Take back what a leaver asked for",
        .judgeReply: "Say whether an answer to somebody may go out",
        .unfollow: "Stop following whoever may be a learner", .answerFollower: "Answer somebody off the network",
        .checkGroup: "Look at a group of staff", .handOnGroup: "Find who answers for a group of staff, or close it",
        .handOnPosts: "Hand on the posts that somebody keeps", .chaseLeaver: "See that somebody who leaves says so",
        .renewAuthority: "Say whether an authority to speak for the school goes on",
        .acknowledgeLeaving: "Say that what is confidential stays so", .acknowledgePolicy: "Read the policy and say so",
        .readGuidance: "Read the guidance on safeguarding and say so", .beTrained: "Do your training on social media",
        .hearConcern: "Speak with somebody at once", .seeToLockedPicture: "Read what to do with a locked picture",
        .offerTraining: "Arrange training for staff",
        .teachPupils: "Arrange a session for pupils",
        .informParents: "Arrange a session for parents", .sayHeld: "Was a session held?",
        .lookAtLikeness: "Is it a picture that must not exist?",
        .knowPictureList: "Read who must not be pictured, and say so",
        .askOnPaper: "Ask families about pictures on paper", .renewConsents: "Ask again where consents to pictures end",
        .renewMyConsent: "Say whether pictures of you may go on being shown",
        .tellParents: "Tell parents what is acceptable on a learning platform",
    ]
}
